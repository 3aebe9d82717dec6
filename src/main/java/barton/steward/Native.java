package barton.steward;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;

/// Asks the operating system what Java does not tell. Needs `--enable-native-access=ALL-UNNAMED`, else Java warns.
@SuppressWarnings("restricted")
final class Native {
    private static final Linker LINKER = Linker.nativeLinker();

    private Native() {
    }

    /// Those of the libraries, named like `libX11.so.6`, that cannot be loaded.
    static List<String> missing(List<String> libraries) {
        return libraries.stream().filter(library -> !loads(library)).toList();
    }

    /// Whether somebody sits at the file: 0 standard input, 1 output, 2 error.
    static boolean isTerminal(int file) {
        return LINKER.defaultLookup().find("isatty").or(() -> LINKER.defaultLookup().find("_isatty"))
                .map(isatty -> LINKER.downcallHandle(isatty, FunctionDescriptor.of(JAVA_INT, JAVA_INT)))
                .map(isatty -> call(() -> (int) isatty.invokeExact(file)) != 0)
                .orElse(false);
    }

    /// Whether the X display that `DISPLAY` names lets us in.
    static boolean opensDisplay() {
        var x11 = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
        MethodHandle open = LINKER.downcallHandle(x11.findOrThrow("XOpenDisplay"), FunctionDescriptor.of(ADDRESS, ADDRESS));
        MethodHandle close = LINKER.downcallHandle(x11.findOrThrow("XCloseDisplay"), FunctionDescriptor.of(JAVA_INT, ADDRESS));
        MemorySegment display = call(() -> (MemorySegment) open.invokeExact(MemorySegment.NULL));
        return display.address() != 0 && call(() -> (int) close.invokeExact(display)) == 0;
    }

    /// Whether fontconfig knows any font.
    static boolean hasFonts() {
        var fontconfig = SymbolLookup.libraryLookup("libfontconfig.so.1", Arena.global());
        MethodHandle fonts = LINKER.downcallHandle(fontconfig.findOrThrow("FcConfigGetFonts"),
                FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
        MemorySegment set = call(() -> (MemorySegment) fonts.invokeExact(MemorySegment.NULL, 0));
        return set.address() != 0 && set.reinterpret(JAVA_INT.byteSize()).get(JAVA_INT, 0) > 0;
    }

    private static boolean loads(String library) {
        try {
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static <T> T call(NativeCall<T> function) {
        try {
            return function.call();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private interface NativeCall<T> {
        T call() throws Throwable;
    }
}
