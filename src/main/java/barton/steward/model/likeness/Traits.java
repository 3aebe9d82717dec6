package barton.steward.model.likeness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is compared of a kind of records.
public enum Traits {
    COMPANIES("company-weights.txt", List.of(
            new NameTrait("name", Said.NAME),
            new FormTrait("form", Said.NAME),
            new CodeTrait("host", Said.WEBSITE, Hosts::own, 1 / 20_000.0),
            new PhoneTrait("phone", new Said[] {Said.PHONE, Said.MOBILE}, 1 / 20_000.0),
            new StreetTrait("street", Said.STREET, 1 / 20_000.0),
            new PlaceTrait("place"),
            new CodeTrait("linkedin", Said.LINKEDIN, Hosts::page, 1 / 50_000.0),
            new CodeTrait("facebook", Said.FACEBOOK, Hosts::page, 1 / 20_000.0),
            new CodeTrait("twitter", Said.TWITTER, Hosts::page, 1 / 20_000.0),
            new CodeTrait("tax", Said.TAX_NUMBER, Hosts::number, 1 / 100_000.0),
            new CodeTrait("duns", Said.DUNS, Hosts::number, 1 / 100_000.0))),
    PEOPLE("people-weights.txt", List.of(
            new PersonNameTrait("name"),
            new EmailTrait("email", 1 / 100_000.0),
            new PhoneTrait("phone", new Said[] {Said.PHONE, Said.MOBILE}, 1 / 10_000.0),
            new CodeTrait("linkedin", Said.LINKEDIN, Hosts::page, 1 / 100_000.0),
            new CodeTrait("twitter", Said.TWITTER, Hosts::page, 1 / 50_000.0),
            new CodeTrait("facebook", Said.FACEBOOK, Hosts::page, 1 / 50_000.0),
            new EmployerTrait("company", Said.COMPANY, 1 / 1_000.0),
            new TitleTrait("title", Said.TITLE, 1 / 60.0),
            new PlaceTrait("place")));

    private final String weights;
    private final List<Trait> all;

    Traits(String weights, List<Trait> all) {
        this.weights = weights;
        this.all = all;
    }

    List<Trait> all() {
        return all;
    }

    Weights shipped() {
        return Weights.read(weights, all);
    }

    /// A record as it is compared: each trait, null where it says nothing of it.
    public Object[] fold(Told told) {
        Object[] folded = new Object[all.size()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = all.get(i).fold(told);
        }
        return folded;
    }

    /// What of a record is counted to tell what is usual, each value once.
    Set<String> values(Object[] folded) {
        var values = new HashSet<String>();
        for (int i = 0; i < folded.length; i++) {
            if (folded[i] != null) {
                values.addAll(all.get(i).values(folded[i]));
            }
        }
        return values;
    }

    /// By what records are found that may be the same: such have at least one key in common. In no order, without doubles.
    public int[] keys(Object[] folded) {
        var keys = new HashSet<Integer>();
        var areas = new ArrayList<String>();
        for (int i = 0; i < folded.length; i++) {
            if (folded[i] != null) {
                areas.addAll(all.get(i).areas(folded[i]));
            }
        }
        for (int i = 0; i < folded.length; i++) {
            if (folded[i] != null) {
                Trait trait = all.get(i);
                trait.keys(folded[i]).forEach(key -> keys.add(hash(trait.name() + '\n' + key)));
                for (String key : areas.isEmpty() ? List.<String>of() : trait.keysWithArea(folded[i])) {
                    areas.forEach(area -> keys.add(hash(trait.name() + '\n' + key + '\n' + area)));
                }
            }
        }
        return keys.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Spreads better than a text's own hash, and is the same on every machine.
    private static int hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return (int) (hash ^ hash >>> 32);
    }
}
