package barton.steward.ui.support;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/// A robot that waits once after each act. TestFX's own waits fifty milliseconds after each key and button that it presses, after each
/// that it lets go and after each letter: minutes of a build. A click looks first where things are drawn now.
final class BriskRobot extends FxRobot {
    @Override
    public FxRobot push(KeyCode... keys) {
        KeyboardRobot keyboard = robotContext().getKeyboardRobot();
        keyboard.pressNoWait(keys);
        KeyCode[] backwards = keys.clone();
        Collections.reverse(Arrays.asList(backwards));
        keyboard.releaseNoWait(backwards);
        return handled();
    }

    @Override
    public FxRobot type(KeyCode... keys) {
        for (KeyCode key : keys) {
            push(key);
        }
        return this;
    }

    @Override
    public FxRobot write(String text) {
        Window window = Optional.ofNullable(robotContext().getWindowFinder().window(Window::isFocused)).orElseGet(this::targetWindow);
        text.chars().forEach(c -> robotContext().getBaseRobot().typeKeyboard(window.getScene(), KeyCode.UNDEFINED, Character.toString(c)));
        return handled();
    }

    @Override
    public FxRobot clickOn(PointQuery where, Motion motion, MouseButton... buttons) {
        TestScene.draw();
        Point2D point = where.query();
        MouseRobot mouse = robotContext().getMouseRobot();
        mouse.moveNoWait(point);
        mouse.pressNoWait(buttons);
        mouse.releaseNoWait(buttons);
        return handled();
    }

    private FxRobot handled() {
        WaitForAsyncUtils.waitForFxEvents(1);
        return this;
    }
}
