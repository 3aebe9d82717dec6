package barton.steward.service.alert;

import barton.steward.config.Hosts;
import barton.steward.config.Secret;
import barton.steward.model.StewardException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// A mail server that takes messages by SMTP: `smtps://user@host`, or `smtp://user@host:587`, which is made secure before anything is said
/// unless the server is on this computer.
public final class MailServer {
    private static final String PATIENCE = "15000";

    private final boolean secure;
    private final String host;
    private final int port;
    private final String user;
    private final Secret password;
    private final InternetAddress sender;

    private MailServer(URI uri, String user, Secret password, InternetAddress sender) {
        this.secure = "smtps".equalsIgnoreCase(uri.getScheme());
        this.host = uri.getHost();
        this.port = uri.getPort() > 0 ? uri.getPort() : secure ? 465 : 587;
        this.user = user;
        this.password = password;
        this.sender = sender;
    }

    /// As `STEWARD_SMTP`, `STEWARD_SMTP_PASSWORD` and `STEWARD_MAIL_FROM` name it.
    /// @throws StewardException of kind REFUSED where they do not
    public static MailServer of(Map<String, String> environment) {
        URI uri;
        try {
            uri = URI.create(Optional.ofNullable(environment.get("STEWARD_SMTP")).orElse("").strip());
        } catch (IllegalArgumentException _) {
            // Its message repeats the address, in which a password can stand.
            throw unusable();
        }
        if (uri.getHost() == null || !List.of("smtp", "smtps").contains(uri.getScheme())) {
            throw unusable();
        }
        String[] named = Optional.ofNullable(uri.getUserInfo()).orElse("").split(":", 2);
        String password = Optional.ofNullable(environment.get("STEWARD_SMTP_PASSWORD")).orElse(named.length > 1 ? named[1] : "");
        String sender = Optional.ofNullable(environment.get("STEWARD_MAIL_FROM")).orElse(named[0].contains("@") ? named[0] : "");
        if (sender.isBlank()) {
            throw StewardException.refused("It is not said from whom mail comes.", "Set STEWARD_MAIL_FROM to an address.");
        }
        return new MailServer(uri, named[0], Secret.of(password), addresses(sender)[0]);
    }

    private static StewardException unusable() {
        return StewardException.refused("STEWARD_SMTP names no mail server.",
                "It looks like smtps://user@mail.example.org, with the password in STEWARD_SMTP_PASSWORD.");
    }

    /// @throws StewardException of kind REFUSED where it is no address, or one of several is none
    private static InternetAddress[] addresses(String text) {
        try {
            InternetAddress[] addresses = InternetAddress.parse(text, true);
            for (InternetAddress address : addresses) {
                address.validate();
            }
            if (addresses.length > 0) {
                return addresses;
            }
        } catch (AddressException _) {
            // Said below.
        }
        throw StewardException.refused("“" + text + "” is no e-mail address.", "Several are separated by commas.");
    }

    /// Sends a message to one address, or several with commas between.
    /// @return where it went
    public String send(String to, String title, String text) {
        InternetAddress[] recipients = addresses(to);
        try {
            Session session = Session.getInstance(properties());
            var message = new MimeMessage(session);
            message.setFrom(sender);
            message.setRecipients(Message.RecipientType.TO, recipients);
            message.setSubject(title, StandardCharsets.UTF_8.name());
            message.setText(text + "\n", StandardCharsets.UTF_8.name());
            message.setSentDate(new Date());
            message.saveChanges();
            try (Transport transport = session.getTransport(protocol())) {
                transport.connect(host, port, user.isEmpty() ? null : user, user.isEmpty() ? null : password.reveal());
                transport.sendMessage(message, recipients);
            }
            return to;
        } catch (AuthenticationFailedException _) {
            throw failed("refused the user or the password");
        } catch (SendFailedException _) {
            throw failed("refused a recipient or the sender");
        } catch (MessagingException _) {
            throw failed("could not be reached securely, or broke off");
        }
    }

    private String protocol() {
        return secure ? "smtps" : "smtp";
    }

    private Properties properties() {
        var properties = new Properties();
        String prefix = "mail." + protocol() + ".";
        for (String limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty(prefix + limit, PATIENCE);
        }
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "auth", String.valueOf(!user.isEmpty()));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", String.valueOf(!secure && !Hosts.isHere(host)));
        return properties;
    }

    private StewardException failed(String how) {
        return StewardException.refused("The mail server at " + host + " " + how + ".",
                "Nothing counts as told; the next check sends it again.");
    }
}
