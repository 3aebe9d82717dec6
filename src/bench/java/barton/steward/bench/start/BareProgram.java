package barton.steward.bench.start;

/// The least that a Java program does.
public final class BareProgram {
    private BareProgram() {
    }

    public static void main(String[] arguments) {
        System.out.println("done");
    }
}
