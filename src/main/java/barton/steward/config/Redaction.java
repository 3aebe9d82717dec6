package barton.steward.config;

import java.util.regex.Pattern;

/// The last line of defence: takes what looks like a password out of text that is to be logged or copied. It rather takes too much.
public final class Redaction {
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)\\S+@");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(\\w*(?:password|passwd|pwd|secret)\\w*[\"']?\\s*(?:=|:)\\s*)(\"[^\"]*\"|'[^']*'|[^\\s,;&)}\\]]+)");

    private Redaction() {
    }

    public static String clean(String text) {
        return NAMED.matcher(USER_INFO.matcher(text).replaceAll("***@")).replaceAll("$1***");
    }
}
