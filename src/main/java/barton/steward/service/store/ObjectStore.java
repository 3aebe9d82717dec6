package barton.steward.service.store;

import barton.steward.model.StewardException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// Where files are exchanged with others: a bucket of an S3-compatible store, or a folder, which a sync client may watch. Nothing in it is
/// ever written over or removed by us. All methods wait for the store, and throw a [StewardException] of kind REFUSED where it does not
/// let us or breaks off.
public interface ObjectStore extends AutoCloseable {
    /// The files there, in the order of their names; of an address that names one file, that file.
    List<StoredFile> list();

    /// Puts a file there, whole or not at all.
    /// @return false where there is one of that name already, which is left as it is
    boolean put(String name, Path file);

    /// Brings a file into a folder, going on where it was cut off, and makes sure that it is as it was stored.
    Path fetch(StoredFile file, Path folder);

    /// The address of a file, without a secret.
    String address(String name);

    @Override
    void close();

    /// The store of an address: `s3://bucket/prefix`, `file:///folder`, or a folder's path. Where the store is, and keys for it, come
    /// from AWS' own variables (`AWS_ENDPOINT_URL`, `AWS_REGION`, `AWS_ACCESS_KEY_ID`, …) or profile.
    /// @throws StewardException of kind REFUSED where it is no such address
    static ObjectStore at(String address) {
        if (address.startsWith("s3:")) {
            return S3Store.at(address);
        }
        if (!address.startsWith("file:")) {
            return new FolderStore(Path.of(address));
        }
        try {
            return new FolderStore(Path.of(URI.create(address)));
        } catch (IllegalArgumentException e) {
            throw new StewardException(StewardException.Kind.REFUSED, address + " is no address of a folder.",
                    "It looks like file:///home/ann/exchange.", e);
        }
    }
}
