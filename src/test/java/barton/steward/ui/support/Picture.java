package barton.steward.ui.support;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// How bright a window is, in squares: too coarse for letters and fine enough for parts.
public final class Picture {
    /// The side of a square, in pixels.
    private static final int SIDE = 25;
    /// By which a square may be brighter or darker, of 255: other fonts and times make up to half of that.
    private static final int TOLERANCE = 12;
    /// In as many squares of a hundred there may be more than that.
    private static final int SHARE = 1;

    private final BufferedImage squares;

    private Picture(BufferedImage squares) {
        this.squares = squares;
    }

    /// On the FX thread.
    public static Picture of(Scene scene) {
        WritableImage seen = scene.snapshot(null);
        PixelReader pixels = seen.getPixelReader();
        var squares = new BufferedImage((int) seen.getWidth() / SIDE, (int) seen.getHeight() / SIDE, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < squares.getWidth(); x++) {
            for (int y = 0; y < squares.getHeight(); y++) {
                squares.getRaster().setSample(x, y, 0, brightness(pixels, x * SIDE, y * SIDE));
            }
        }
        return new Picture(squares);
    }

    private static int brightness(PixelReader pixels, int left, int top) {
        long sum = 0;
        for (int x = left; x < left + SIDE; x++) {
            for (int y = top; y < top + SIDE; y++) {
                int colour = pixels.getArgb(x, y);
                sum += 3 * (colour >> 16 & 255) + 6 * (colour >> 8 & 255) + (colour & 255);
            }
        }
        return (int) (sum / 10 / (SIDE * SIDE));
    }

    public static Picture read(Path file) {
        try {
            return new Picture(ImageIO.read(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no " + file, e);
        }
    }

    public void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(squares, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean differsFrom(Picture other) {
        return squares.getWidth() != other.squares.getWidth() || squares.getHeight() != other.squares.getHeight()
                || 100 * different(other) > SHARE * squares.getWidth() * squares.getHeight();
    }

    /// How much of it, in words.
    public String difference(Picture other) {
        return "%d×%d squares, of which %d differ from those of %d×%d".formatted(squares.getWidth(), squares.getHeight(),
                different(other), other.squares.getWidth(), other.squares.getHeight());
    }

    private int different(Picture other) {
        int different = 0;
        for (int x = 0; x < Math.min(squares.getWidth(), other.squares.getWidth()); x++) {
            for (int y = 0; y < Math.min(squares.getHeight(), other.squares.getHeight()); y++) {
                int apart = squares.getRaster().getSample(x, y, 0) - other.squares.getRaster().getSample(x, y, 0);
                different += Math.abs(apart) > TOLERANCE ? 1 : 0;
            }
        }
        return different;
    }
}
