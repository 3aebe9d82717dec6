package barton.steward.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsTextLeftAndNumbersRight() {
        assertThat(new TextTable("BATCH", "ROWS").row("20251024-WV-BATCH1", 446).row("B", 12_000)).hasToString("""
                BATCH                ROWS
                20251024-WV-BATCH1    446
                B                   12000""");
    }

    @Test
    void leavesNullBlank() {
        assertThat(new TextTable("A", "B", "C").row("x", null, "z")).hasToString("""
                A  B  C
                x     z""");
    }

    @Test
    void makesControlCharactersVisible() {
        assertThat(new TextTable("NAME").row("\u001b]0;title\u0007\u009b2J\tx")).hasToString("""
                NAME
                \\u001B]0;title\\u0007\\u009B2J\\u0009x""");
    }

    @Test
    void keepsARowInOneLine() {
        assertThat(new TextTable("NOTES").row("one\ntwo")).hasToString("""
                NOTES
                one / two""");
    }
}
