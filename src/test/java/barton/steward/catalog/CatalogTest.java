package barton.steward.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.TestDatabases;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogTest {
    @ParameterizedTest
    @EnumSource
    void everyFieldThatIsDeclaredForATableIsOneOfItsFieldsOrOnlyAskedFor(Table table) throws ReflectiveOperationException {
        assertThat(declared(table)).isNotEmpty().allMatch(field -> table.fields().contains(field) || field.onlyAsked());
    }

    @ParameterizedTest
    @EnumSource
    void aTableShowsFieldsOfItsOwn(Table table) {
        assertThat(table.fields()).doesNotHaveDuplicates().containsAll(table.columns()).containsAll(table.title());
        assertThat(table.columns()).doesNotHaveDuplicates().contains(table.key()).allMatch(f -> f.width() > 0);
        assertThat(table.fields()).contains(table.usualOrder().field());
    }

    @ParameterizedTest
    @EnumSource
    void whatBecomesAFieldOfMasterIsOfItsTypeThere(Entity entity) {
        for (Field field : entity.intake().fields()) {
            field.master().ifPresent(master -> {
                assertThat(entity.master().fields()).contains(master);
                assertThat(master.type()).isEqualTo(field.type());
                assertThat(field.isContent()).as("%s is content, since master gets it".formatted(field)).isTrue();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void validationFallsWithTheContentThatTheCatalogNames(Entity entity) {
        DataSource database = TestDatabases.migrated();
        List<String> watched = TestDatabases.list(database, """
                SELECT a.attname FROM pg_trigger t, unnest(t.tgattr::int2[]) k (attnum), pg_attribute a
                WHERE t.tgrelid = '%s'::regclass AND t.tgname = 'validation_1_asked' AND a.attrelid = t.tgrelid AND a.attnum = k.attnum"""
                .formatted(entity.intake().qualifiedName()));
        assertThat(watched).containsExactlyInAnyOrderElementsOf(
                entity.intake().fields().stream().filter(Field::isContent).map(Field::name).toList());
    }

    private static List<Field> declared(Table table) throws ReflectiveOperationException {
        Class<?> type = switch (table) {
            case INTAKE -> IntakeFields.class;
            case PEOPLE_INTAKE -> PeopleIntakeFields.class;
            case MASTER -> MasterFields.class;
            case PEOPLE -> PeopleFields.class;
            case SLOTS -> SlotFields.class;
            case COMPANY_SIDECARS -> CompanySidecarFields.class;
            case PEOPLE_SIDECARS -> PeopleSidecarFields.class;
            case LOG -> LogFields.class;
        };
        var found = new ArrayList<Field>();
        for (var constant : type.getDeclaredFields()) {
            if (constant.getType() == Field.class && Modifier.isPublic(constant.getModifiers())) {
                found.add((Field) constant.get(null));
            }
        }
        return found;
    }
}
