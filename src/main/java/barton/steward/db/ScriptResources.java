package barton.steward.db;

import barton.steward.db.Scripts.Script;
import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/// The scripts as Flyway wants them, so that it searches for none.
record ScriptResources(List<Script> scripts) implements ResourceProvider {
    @Override
    public LoadableResource getResource(String name) {
        return scripts.stream().filter(script -> script.name().equals(name)).findFirst().map(Resource::new).orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream().filter(script -> script.name().startsWith(prefix) && Stream.of(suffixes).anyMatch(script.name()::endsWith))
                .<LoadableResource>map(Resource::new).toList();
    }

    private static final class Resource extends LoadableResource {
        private final Script script;

        Resource(Script script) {
            this.script = script;
        }

        @Override
        public Reader read() {
            return new StringReader(script.text());
        }

        @Override
        public String getAbsolutePath() {
            return script.name();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return script.name();
        }

        @Override
        public String getFilename() {
            return script.name();
        }

        @Override
        public String getRelativePath() {
            return script.name();
        }
    }
}
