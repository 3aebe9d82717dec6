package barton.steward.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import org.junit.jupiter.api.Test;

class NoteTest {
    @Test
    void aFindingLeadsToItsField() {
        assertThat(of("website: is missing")).isEqualTo(IntakeFields.WEBSITE);
        assertThat(of("warning: company_phone: is no possible phone number")).isEqualTo(IntakeFields.COMPANY_PHONE);
    }

    @Test
    void anEditLeadsToTheFirstFieldThatItChanged() {
        assertThat(of("note: edited since validation: website from \"https://a.example\" to nothing; company from \"A\" to \"B\""))
                .isEqualTo(IntakeFields.WEBSITE);
        assertThat(of("note: was edited: num_employees from 5 to 6")).isEqualTo(IntakeFields.NUM_EMPLOYEES);
    }

    @Test
    void whatHandsWroteLeadsNowhere() {
        assertThat(of("rejected: website: looks odd")).isNull();
        assertThat(of("note: website: checked by phone")).isNull();
        assertThat(of("website looks odd")).isNull();
    }

    @Test
    void onlyErrorsAndRejectionsAreErrors() {
        assertThat(Note.parse(Table.INTAKE, "website: is missing\nwarning: website: x\nnote: x\nrejected: x")).extracting(Note::error)
                .containsExactly(true, false, false, true);
    }

    private static Field of(String line) {
        return Note.parse(Table.INTAKE, line).getFirst().field().orElse(null);
    }
}
