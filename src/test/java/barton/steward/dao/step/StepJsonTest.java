package barton.steward.dao.step;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.model.query.Condition;
import barton.steward.model.recipe.RecipeStep;
import barton.steward.model.validation.Fix;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Steps as JSON.
class StepJsonTest {
    static Stream<Class<?>> kinds() {
        return Arrays.stream(Fix.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfFixComesBackAsItWas(Class<?> kind) throws ReflectiveOperationException {
        RecordComponent[] components = kind.getRecordComponents();
        Object[] values = Arrays.stream(components).map(StepJsonTest::sample).toArray();
        Fix fix = (Fix) kind.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new))
                .newInstance(values);
        List<RecipeStep> steps = List.of(new RecipeStep.Correct(IntakeFields.WEBSITE, fix, List.of()));

        assertThat(StepJson.read(Entity.COMPANY, StepJson.write(steps))).isEqualTo(steps);
    }

    @Test
    void conditionsMappingsAndRunsOfRulesComeBackAsTheyWere() {
        List<RecipeStep> steps = List.of(new RecipeStep.Mapping(Map.of("company", "Naïve \"Name\"")), new RecipeStep.Check("standard"),
                new RecipeStep.Correct(IntakeFields.INDUSTRY, new Fix.Trim(), List.of(Condition.empty(IntakeFields.WEBSITE),
                        new Condition(IntakeFields.FINDING, Condition.Op.HAS, "x"), Condition.is(IntakeFields.VALIDATED, true),
                        Condition.oneOf(IntakeFields.NUM_EMPLOYEES, List.of(1, 2)), Condition.is(IntakeFields.STATE_ABBREV, "WV"))));

        assertThat(StepJson.read(Entity.COMPANY, StepJson.write(steps))).isEqualTo(steps);
    }

    private static Object sample(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == Map.class) {
            return Map.of("a “1”", component.getGenericType().toString().contains("Fix$Name") ? new Fix.Name("a", "1") : "b\n");
        }
        return type == boolean.class ? (Object) true : "x \\1 'y'";
    }
}
