package barton.steward.service.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a file is by how it begins; most of what is no text is told by the signatures that its format prescribes.
enum FileMagic {
    WORKBOOK,
    TEXT,
    ENCRYPTED("a workbook with a password", Out.UNLOCK),
    EXCEL_97("an Excel 97 workbook (.xls)", Out.WORKBOOK),
    EXCEL_OLD("a workbook of an Excel from before 1997 (.xls)", Out.WORKBOOK),
    EXCEL_BINARY("a binary Excel workbook (.xlsb)", Out.WORKBOOK),
    EXCEL_XML("an Excel 2003 XML spreadsheet", Out.WORKBOOK),
    EXCEL_MHT("a web archive, as Excel saves a “single file web page”", Out.WORKBOOK),
    OPEN_DOCUMENT("an OpenDocument spreadsheet (.ods)", Out.OPEN_DOCUMENT),
    NUMBERS("a Numbers spreadsheet", Out.NUMBERS),
    WORD("a Word document", Out.DOCUMENT),
    SLIDES("a PowerPoint presentation", Out.DOCUMENT),
    OLE("a document of an old Office program", Out.WORKBOOK),
    ZIP("a zip archive", Out.UNPACK),
    GZIP("a gzip archive", Out.UNPACK, "1f8b"),
    BZIP2("a bzip2 archive", Out.UNPACK, "425a68"),
    XZ("an xz archive", Out.UNPACK, "fd377a585a00"),
    ZSTD("a Zstandard archive", Out.UNPACK, "28b52ffd"),
    SEVEN_ZIP("a 7-Zip archive", Out.UNPACK, "377abcaf271c"),
    RAR("a RAR archive", Out.UNPACK, "526172211a07"),
    PDF("a PDF document", Out.DOCUMENT, "25504446"),
    RTF("a rich text document", Out.DOCUMENT, "7b5c727466"),
    POSTSCRIPT("a PostScript document", Out.DOCUMENT, "25215053"),
    SQLITE("an SQLite database", Out.DATABASE, "53514c69746520666f726d6174203300"),
    ACCESS("an Access database", Out.DATABASE, "000100005374616e64617264"),
    DUMP("a PostgreSQL backup", Out.DATABASE, "5047444d50"),
    PARQUET("a Parquet file", Out.DATABASE, "50415231"),
    ARROW("an Arrow file", Out.DATABASE, "4152524f5731"),
    AVRO("an Avro file", Out.DATABASE, "4f626a01"),
    ORC("an ORC file", Out.DATABASE, "4f5243"),
    STATA("a Stata data set", Out.DATABASE, "3c73746174615f647461"),
    SPSS("an SPSS data set", Out.DATABASE, "24464c32"),
    PNG("a picture", Out.DOCUMENT, "89504e47"),
    JPEG("a picture", Out.DOCUMENT, "ffd8ff"),
    GIF("a picture", Out.DOCUMENT, "47494638"),
    VCARD("a vCard file of contacts", Out.CONTACTS),
    CALENDAR("a calendar", Out.CONTACTS),
    LDIF("an LDIF directory export", Out.CONTACTS),
    SYLK("a SYLK spreadsheet", Out.WORKBOOK),
    HTML("a web page (HTML), whatever it is called", Out.HTML),
    XML("an XML file", Out.DATABASE),
    MAIL("an e-mail message", Out.ATTACHMENT);

    /// A kind of file that is not read.
    record OtherKind(String name, String wayOut) {
    }

    /// What one can do.
    private static final class Out {
        static final String WORKBOOK = "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) or as CSV UTF-8.";
        static final String UNLOCK = "Open it in Excel, remove the password and save it as an Excel workbook (.xlsx) or as CSV UTF-8.";
        static final String OPEN_DOCUMENT = "Open it in LibreOffice and save it as an Excel workbook (.xlsx) or as CSV.";
        static final String NUMBERS = "Open it in Numbers and export it as CSV or as an Excel workbook (.xlsx).";
        static final String UNPACK = "Unpack it and take the file that is in it.";
        static final String DOCUMENT = "Ask whoever sent it for the table as CSV or as an Excel workbook (.xlsx).";
        static final String DATABASE = "Export the table from it as CSV, as an Excel workbook (.xlsx) or as JSON Lines.";
        static final String CONTACTS = "Export the contacts as CSV from the address book instead.";
        static final String HTML = "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) or as CSV UTF-8. Where it says"
                + " that one has to sign in, download the file again.";
        static final String ATTACHMENT = "Save the file that is attached to it.";
    }

    private static final int BEGINNING = 65_536;
    private static final Pattern MARKUP = Pattern.compile("(?s)^\\s*(<!doctype html|<html|<head|<body|<table|<meta|<script|<div|<style).*");
    private static final Pattern MAIL_HEAD = Pattern.compile("(?s)^(return-path|received|mime-version|delivered-to|message-id): .*");

    private final Optional<OtherKind> other;
    private final byte[] signature;

    FileMagic() {
        other = Optional.empty();
        signature = new byte[0];
    }

    FileMagic(String name, String wayOut) {
        this(name, wayOut, "");
    }

    FileMagic(String name, String wayOut, String signature) {
        this.other = Optional.of(new OtherKind(name, wayOut));
        this.signature = HexFormat.of().parseHex(signature);
    }

    /// Empty where it is read.
    Optional<OtherKind> otherKind() {
        return other;
    }

    static FileMagic of(Path path) {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(BEGINNING);
        } catch (IOException e) {
            throw TextFile.unreadable(path, e);
        }
        if (begins(start, "504b0304") || begins(start, "504b0506")) {
            return ZipKind.of(path);
        }
        if (begins(start, "d0cf11e0a1b11ae1")) {
            return ole(new String(start, StandardCharsets.UTF_16LE) + new String(start, 1, start.length - 1, StandardCharsets.UTF_16LE));
        }
        if (begins(start, "0908") || begins(start, "0904") && start.length > 3 || begins(start, "09020600") || begins(start, "09000400")) {
            return EXCEL_OLD;
        }
        return Arrays.stream(values()).filter(kind -> kind.signed(start)).findFirst()
                .orElseGet(() -> text(new String(start, 0, Math.min(start.length, 4096), StandardCharsets.UTF_8)));
    }

    /// A text may begin with the letters of a signature, but has no zero soon after.
    private boolean signed(byte[] start) {
        boolean marked = signature.length > 0 && begins(start, signature);
        boolean letters = marked && Character.isLetterOrDigit(signature[0]) && Character.isLetterOrDigit(signature[1]);
        return marked && (!letters || new String(start, 0, Math.min(start.length, 256), StandardCharsets.ISO_8859_1).indexOf(0) >= 0);
    }

    private static boolean begins(byte[] start, String hex) {
        return begins(start, HexFormat.of().parseHex(hex));
    }

    private static boolean begins(byte[] start, byte[] signature) {
        return start.length >= signature.length && Arrays.equals(start, 0, signature.length, signature, 0, signature.length);
    }

    private static FileMagic ole(String text) {
        return text.contains("EncryptedPackage") ? ENCRYPTED : text.contains("Workbook") || text.contains("Book") ? EXCEL_97
                : text.contains("WordDocument") ? WORD : text.contains("PowerPoint") ? SLIDES : OLE;
    }

    private static FileMagic text(String start) {
        String said = start.replace("\u0000", "").replace("\uFEFF", "").replace("\uFFFD", "").toLowerCase(Locale.ROOT).stripLeading();
        if (said.startsWith("<?xml") || said.startsWith("<!--")) {
            return said.contains("urn:schemas-microsoft-com:office:spreadsheet") ? EXCEL_XML : said.contains("<html") ? HTML : XML;
        }
        if (MARKUP.matcher(said).matches()) {
            return HTML;
        }
        if (MAIL_HEAD.matcher(said).matches()) {
            return said.contains("multipart/related") && said.contains("excel") ? EXCEL_MHT : MAIL;
        }
        return said.startsWith("begin:vcard") ? VCARD : said.startsWith("begin:vcalendar") ? CALENDAR
                : said.startsWith("id;p") ? SYLK : said.startsWith("dn: ") || said.startsWith("version: 1\ndn: ") ? LDIF : TEXT;
    }
}
