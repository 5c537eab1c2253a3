package unrolled.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * The page's libraries, from WebJars whose versions stand in the pom alone. Their builds find a CommonJS `exports` and
 * fill it, so that the bundle has a `d3` and the page that embeds us does not.
 */
final class Libraries {
    /** In the order in which they need each other; d3-scale's scales of dates alone would need d3-time, and we have none. */
    private static final List<String> D3 = List.of("d3-array", "d3-color", "d3-format", "d3-interpolate", "d3-scale");

    private Libraries() { }

    /** The bundle with the libraries and their licences in front of it. */
    static String script(String bundle) throws IOException {
        Set<String> licences = new LinkedHashSet<>();
        StringBuilder modules = new StringBuilder();
        for (String name : D3) {
            licences.add(read(name, "LICENSE"));
            modules.append(read(name, "dist/" + name + ".min.js"));
        }
        return "/*!\nd3\n" + String.join("\n", licences) + "*/\n(()=>{const d3=(function(){const exports={},module={};"
                + "function require(){return exports}\n" + modules + "return exports}).call(self);\n" + bundle
                + "})();\n";
    }

    private static String read(String name, String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
            properties.load(in);
        }
        String version = properties.getProperty("version");
        try (InputStream in = open("/META-INF/resources/webjars/" + name + "/" + version + "/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Libraries.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the class path must have " + resource + ": is the WebJar in the pom?");
        }
        return in;
    }
}
