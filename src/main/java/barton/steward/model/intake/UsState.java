package barton.steward.model.intake;

import java.util.Arrays;
import java.util.Optional;

/// The states of the US, its capital district and its territories, by their postal abbreviations.
public enum UsState {
    AL("Alabama"), AK("Alaska"), AZ("Arizona"), AR("Arkansas"), CA("California"), CO("Colorado"), CT("Connecticut"),
    DE("Delaware"), DC("District of Columbia"), FL("Florida"), GA("Georgia"), HI("Hawaii"), ID("Idaho"), IL("Illinois"),
    IN("Indiana"), IA("Iowa"), KS("Kansas"), KY("Kentucky"), LA("Louisiana"), ME("Maine"), MD("Maryland"),
    MA("Massachusetts"), MI("Michigan"), MN("Minnesota"), MS("Mississippi"), MO("Missouri"), MT("Montana"), NE("Nebraska"),
    NV("Nevada"), NH("New Hampshire"), NJ("New Jersey"), NM("New Mexico"), NY("New York"), NC("North Carolina"),
    ND("North Dakota"), OH("Ohio"), OK("Oklahoma"), OR("Oregon"), PA("Pennsylvania"), RI("Rhode Island"),
    SC("South Carolina"), SD("South Dakota"), TN("Tennessee"), TX("Texas"), UT("Utah"), VT("Vermont"), VA("Virginia"),
    WA("Washington"), WV("West Virginia"), WI("Wisconsin"), WY("Wyoming"), AS("American Samoa"), GU("Guam"),
    MP("Northern Mariana Islands"), PR("Puerto Rico"), VI("U.S. Virgin Islands");

    private final String fullName;

    UsState(String fullName) {
        this.fullName = fullName;
    }

    public String fullName() {
        return fullName;
    }

    /// The state of this abbreviation or full name, case and surrounding blanks ignored.
    public static Optional<UsState> of(String text) {
        String wanted = text.strip();
        return Arrays.stream(values()).filter(s -> s.name().equalsIgnoreCase(wanted) || s.fullName.equalsIgnoreCase(wanted)).findFirst();
    }
}
