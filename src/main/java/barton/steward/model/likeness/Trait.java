package barton.steward.model.likeness;

import java.util.List;

/// One kind of evidence: what of a record tells it from others, and in which levels two of them agree in it.
interface Trait {
    /// By which weights and explanations know it.
    String name();

    /// What is compared; null where the record says nothing of it.
    Object fold(Told record);

    /// Both sides say something; null where what they say cannot be compared.
    Agreement compare(Object one, Object other, Frequencies frequencies);

    /// What tells how much two of it are alike letter by letter; empty where that tells nothing.
    default String text(Object folded) {
        return "";
    }

    /// Whether it comes independently of what else is told; an address and a phone do not.
    default boolean standsAlone() {
        return false;
    }

    /// What is counted, in a sample, to tell what is usual.
    default List<String> values(Object folded) {
        return List.of();
    }

    /// By what records that agree are found: each value tells enough by itself.
    default List<String> keys(Object folded) {
        return List.of();
    }

    /// What tells enough together with an area.
    default List<String> keysWithArea(Object folded) {
        return List.of();
    }

    /// The areas that a record is in, the smallest first.
    default List<String> areas(Object folded) {
        return List.of();
    }
}
