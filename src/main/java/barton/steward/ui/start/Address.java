package barton.steward.ui.start;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A database address taken apart into what may be shown and the password, which may not. An @ in the password need not be
/// encoded. The address is checked elsewhere; here nothing is refused.
record Address(String shown, String password) {
    private static final Pattern WITH_PASSWORD = Pattern.compile("(?<head>(?:jdbc:)?postgres(?:ql)?://[^:/@?]*):(?<rest>[^@]*@.*)");
    private static final Pattern PARAMETER = Pattern.compile("(?<before>[?&])password=(?<password>[^&]*)(?<after>&|$)");

    /// The password is null where the text has none.
    static Address of(String text) {
        Matcher parameter = PARAMETER.matcher(text);
        if (parameter.find()) {
            String before = parameter.group("after").isEmpty() ? "" : parameter.group("before");
            return new Address(text.substring(0, parameter.start()) + before + text.substring(parameter.end()),
                    decoded(parameter.group("password")));
        }
        Matcher user = WITH_PASSWORD.matcher(text);
        if (!user.matches()) {
            return new Address(text, null);
        }
        String rest = user.group("rest");
        int question = rest.indexOf('?', rest.indexOf('@'));
        int at = rest.lastIndexOf('@', question < 0 ? rest.length() : question);
        return new Address(user.group("head") + rest.substring(at), decoded(rest.substring(0, at)));
    }

    /// One address with the password in its place.
    String whole() {
        if (password == null || password.isEmpty()) {
            return shown;
        }
        int at = shown.indexOf('@');
        String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
        if (at >= 0) {
            return shown.substring(0, at) + ":" + encoded + shown.substring(at);
        }
        return shown + (shown.contains("?") ? "&" : "?") + "password=" + encoded;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /// Without the password.
    @Override
    public String toString() {
        return shown;
    }
}
