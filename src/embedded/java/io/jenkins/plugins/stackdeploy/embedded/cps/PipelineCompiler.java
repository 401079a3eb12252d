package io.jenkins.plugins.stackdeploy.embedded.cps;

import com.cloudbees.groovy.cps.CpsTransformer;
import com.cloudbees.groovy.cps.NonCPS;
import com.cloudbees.groovy.cps.TransformerConfiguration;
import groovy.lang.Binding;
import groovy.lang.GroovyCodeSource;
import groovy.lang.GroovyShell;
import groovy.lang.Script;
import io.jenkins.plugins.stackdeploy.embedded.declarative.DeclarativeTransformer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.ImportCustomizer;

/** Compiles a Jenkinsfile, and what runs a declarative one, so that the code can be stopped and saved. */
final class PipelineCompiler {
    private static final String INTERPRETER = "DeclarativeInterpreter";

    private final GroovyShell shell;

    PipelineCompiler() {
        ImportCustomizer imports = new ImportCustomizer();
        imports.addStarImports(NonCPS.class.getPackageName(), "hudson.model", "jenkins.model");
        CpsTransformer cps = new CpsTransformer();
        cps.setConfiguration(new TransformerConfiguration().withClosureType(PipelineClosure.class));
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.addCompilationCustomizers(imports, new DeclarativeTransformer(), cps);
        configuration.setScriptBaseClass(CpsScript.class.getName());
        shell = new GroovyShell(PipelineCompiler.class.getClassLoader(), new Binding(), configuration);
    }

    ClassLoader loader() {
        return shell.getClassLoader();
    }

    /** @throws org.codehaus.groovy.control.CompilationFailedException with the lines that are wrong */
    Script compile(String jenkinsfile) throws IOException {
        shell.parse(new GroovyCodeSource(interpreter(), INTERPRETER + ".groovy", "/groovy/shell"));
        return shell.parse(new GroovyCodeSource(jenkinsfile, "WorkflowScript", "/groovy/shell"));
    }

    private static String interpreter() throws IOException {
        try (InputStream in = DeclarativeTransformer.class.getResourceAsStream(INTERPRETER + ".groovy")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
