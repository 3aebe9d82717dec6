package barton.steward.db.local;

import static barton.steward.db.local.Failures.refused;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// The last server of a home, which was started where its process cannot be seen from here: before a restart of the machine, in another
/// container, or on another machine. Two servers on the same data would destroy them.
record ForeignServer(ServerFiles files, ServerNotes notes, Users users) {
    /// File systems that only one running machine can have, so that whatever another one did there is over.
    private static final Set<String> OF_ONE_MACHINE =
            Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "overlay", "tmpfs", "bcachefs");

    /// Refuses where that server runs, or may run.
    void refuseUnlessGone() throws IOException {
        Path data = notes.data().orElse(files.homeData());
        Optional<Integer> port = Postmaster.lastPortOn(data);
        if (!Exclusive.isFree(files.keeper()) || !users.areAlone() || port.isPresent() && answersOn(port.get())) {
            throw inUse();
        }
        // A server that stops takes the file with its port away.
        if (port.isPresent() && !isGone(data, notes.socket(files).resolve(".s.PGSQL." + port.get()))) {
            throw refused("The local database of this home was in use on another machine or in another container, and it cannot be seen"
                    + " from here whether it still is.", "Stop it there, or make sure that no server runs there, and then remove "
                    + data.resolve(Postmaster.FILE) + ".");
        }
    }

    private boolean answersOn(int port) throws IOException {
        return new Superuser(port, new Passwords(files)).knowsOwner();
    }

    /// Whether the server is certainly gone. Its socket reaches into every container of a machine.
    private boolean isGone(Path data, Path socket) throws IOException {
        if (!notes.startedOnThisKernel()) {
            return OF_ONE_MACHINE.contains(Files.getFileStore(data).type());
        }
        if (!Files.exists(socket)) {
            return false;
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (ConnectException e) {
            return true;
        }
        throw inUse();
    }

    private static RuntimeException inUse() {
        return refused("The local database of this home is in use on another machine or in another container.",
                "Leave it there, wait until it has stopped, and try again; or use another STEWARD_HOME here.");
    }
}
