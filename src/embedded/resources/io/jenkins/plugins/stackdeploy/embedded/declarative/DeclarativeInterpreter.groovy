import io.jenkins.plugins.stackdeploy.embedded.declarative.BuildOutcome
import io.jenkins.plugins.stackdeploy.embedded.declarative.KnownVariables
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable

// Runs the model that DeclarativeTransformer makes of a declarative Pipeline. It is compiled like a Jenkinsfile, so that
// it can be stopped at a step, saved and resumed.

def runPipeline(model) {
    if (hasOption(model.options, 'disableConcurrentBuilds') && hasEarlierBuilds()) {
        awaitEarlierBuilds()
    }
    declareParameters(model.parameters)
    inAgent(model.agent, model.options, true) {
        inEnvironment(model.environment) {
            inOptions(model.options) {
                Throwable failure = runStages(model.stages, model, null)
                failure = runPost(model.post, failure, true)
                if (failure != null) {
                    throw failure
                }
            }
        }
    }
}

def declareParameters(parameters) {
    if (parameters == null) {
        return
    }
    def described = []
    for (parameter in parameters) {
        described.add(parameter.call())
    }
    addDefaultParameters(described)
}

// The first failure, or null. After a failure the stages that are left are only named.
Throwable runStages(stages, model, Throwable failure) {
    Throwable first = failure
    for (each in stages) {
        def current = each
        Throwable thrown = null
        try {
            runStage(current, model, first)
        } catch (Throwable e) {
            thrown = e
        }
        if (thrown != null && first == null) {
            first = thrown
            currentBuild.result = BuildOutcome.of(thrown)
        }
    }
    return first
}

def runStage(current, model, Throwable earlier) {
    stage(current.name) {
        if (earlier != null) {
            skip(current, model, 'earlier failure(s)', earlier)
        } else if (skipsAfterUnstable(model) && currentBuild.result == 'UNSTABLE') {
            skip(current, model, 'earlier stage(s) marking the build as unstable', null)
        } else if (current.when != null && current.when.beforeAgent && !allHold(current.when.conditions)) {
            skip(current, model, 'when conditional', null)
        } else {
            inOptions(current.options) {
                ask(current.input) {
                    inAgent(current.agent, model.options, false) {
                        inEnvironment(current.environment) {
                            runIfWanted(current, model)
                        }
                    }
                }
            }
        }
    }
}

def runIfWanted(current, model) {
    boolean decided = current.when == null || current.when.beforeAgent
    if (!decided && !allHold(current.when.conditions)) {
        skip(current, model, 'when conditional', null)
        return
    }
    Throwable failure = null
    try {
        runContents(current, model)
    } catch (Throwable e) {
        failure = e
    }
    failure = runPost(current.post, failure, false)
    if (failure != null) {
        throw failure
    }
}

def runContents(current, model) {
    if (current.parallel != null) {
        parallel(branches(current, model, null))
    } else if (current.stages != null) {
        Throwable failure = runStages(current.stages, model, null)
        if (failure != null) {
            throw failure
        }
    } else {
        def body = current.steps
        body.call()
    }
}

def branches(current, model, Throwable earlier) {
    def branches = [:]
    for (each in current.parallel) {
        def branch = each
        branches[branch.name] = { runStage(branch, model, earlier) }
    }
    if (current.failFast || hasOption(model.options, 'parallelsAlwaysFailFast')) {
        branches.failFast = true
    }
    return branches
}

def skip(current, model, String reason, Throwable earlier) {
    println("Stage \"${current.name}\" skipped due to ${reason}")
    if (earlier != null && current.parallel != null) {
        parallel(branches(current, model, earlier))
    } else if (earlier != null && current.stages != null) {
        runStages(current.stages, model, earlier)
    }
}

boolean skipsAfterUnstable(model) {
    return hasOption(model.options, 'skipStagesAfterUnstable')
}

boolean hasOption(options, String name) {
    for (option in options) {
        if (option.name == name) {
            return true
        }
    }
    return false
}

// Agents

def inAgent(agent, options, boolean whole, Closure body) {
    if (agent == null || agent.kind == 'none') {
        body.call()
    } else if (agent.kind == 'any') {
        node {
            checkOut(options, whole)
            body.call()
        }
    } else {
        def label = agent.label.call()
        node(label: label) {
            checkOut(options, whole)
            body.call()
        }
    }
}

def checkOut(options, boolean whole) {
    if (!hasSources() || hasOption(options, 'skipDefaultCheckout')) {
        return
    }
    if (whole) {
        stage('Declarative: Checkout SCM') {
            checkout(scm)
        }
    } else {
        checkout(scm)
    }
}

// Variables

def inEnvironment(environment, Closure body) {
    if (!environment) {
        body.call()
        return
    }
    def known = new KnownVariables(env)
    def bindings = []
    for (each in environment) {
        def variable = each
        if (variable.credentials != null) {
            def id = variable.credentials.call()
            bindings.add(new UninstantiatedDescribable('declarativeCredentials', null,
                    [credentialsId: id.toString(), variable: variable.name]))
        }
    }
    inCredentials(bindings) {
        for (each in environment) {
            def variable = each
            if (variable.credentials == null) {
                def value = variable.value
                value.delegate = known
                value.resolveStrategy = Closure.DELEGATE_FIRST
                known.add(variable.name, value.call())
            }
        }
        def overrides = known.overrides()
        if (overrides.isEmpty()) {
            body.call()
        } else {
            withEnv(overrides) {
                body.call()
            }
        }
    }
}

def inCredentials(bindings, Closure body) {
    if (bindings.isEmpty()) {
        body.call()
    } else {
        withCredentials(bindings) {
            body.call()
        }
    }
}

// Options and questions

def inOptions(options, Closure body) {
    def wrappers = []
    for (option in options) {
        if (option.name in ['timeout', 'timestamps', 'retry']) {
            wrappers.add(option)
        }
    }
    inWrappers(wrappers, body)
}

def inWrappers(wrappers, Closure body) {
    if (wrappers.isEmpty()) {
        body.call()
        return
    }
    def outer = wrappers[0]
    def inner = []
    for (int i = 1; i < wrappers.size(); i++) {
        inner.add(wrappers[i])
    }
    def arguments = []
    arguments.addAll(outer.arguments.call())
    arguments.add({ inWrappers(inner, body) })
    callStep(outer.name, arguments)
}

def ask(question, Closure body) {
    if (question == null) {
        body.call()
        return
    }
    def arguments = question.call()
    def answer = input(arguments)
    if (answer instanceof Map) {
        def overrides = []
        for (entry in answer) {
            overrides.add("${entry.key}=${entry.value}".toString())
        }
        withEnv(overrides) {
            body.call()
        }
    } else {
        body.call()
    }
}

// Conditions

boolean allHold(conditions) {
    for (condition in conditions) {
        if (!holds(condition)) {
            return false
        }
    }
    return true
}

boolean holds(condition) {
    if (condition.kind == 'allOf') {
        return allHold(condition.conditions)
    }
    if (condition.kind == 'not') {
        return !allHold(condition.conditions)
    }
    if (condition.kind == 'anyOf') {
        for (nested in condition.conditions) {
            if (holds(nested)) {
                return true
            }
        }
        return false
    }
    def value = condition.value.call()
    if (condition.kind == 'branch') {
        def pattern = value instanceof Map ? value.pattern : value
        return matches(env.BRANCH_NAME, pattern.toString())
    }
    if (condition.kind == 'environment') {
        def actual = env.getProperty(value.name.toString())
        def expected = value.value.toString()
        return value.ignoreCase ? expected.equalsIgnoreCase(actual) : expected == actual
    }
    if (condition.kind == 'equals') {
        return value.expected == value.actual
    }
    return value as boolean
}

// What follows

Throwable runPost(post, Throwable failure, boolean whole) {
    def wanted = satisfied(post, failure)
    if (wanted.isEmpty()) {
        return failure
    }
    if (!whole) {
        println('Post stage')
        return runConditions(post, failure)
    }
    Throwable result = failure
    stage('Declarative: Post Actions') {
        result = runConditions(post, failure)
    }
    return result
}

def satisfied(post, Throwable failure) {
    def wanted = []
    if (post != null) {
        def result = BuildOutcome.combine(currentBuild.result, failure)
        for (condition in post.keySet()) {
            if (BuildOutcome.satisfies(condition, result, currentBuild.previousResult)) {
                wanted.add(condition)
            }
        }
    }
    return wanted
}

Throwable runConditions(post, Throwable failure) {
    Throwable first = failure
    for (condition in ['always', 'changed', 'fixed', 'regression', 'aborted', 'failure', 'success', 'unstable',
                       'unsuccessful', 'cleanup']) {
        if (post.containsKey(condition) && satisfied(post, first).contains(condition)) {
            try {
                def body = post[condition]
                body.call()
            } catch (Throwable e) {
                println("Error when executing ${condition} post condition:")
                println(BuildOutcome.describe(e))
                if (first == null) {
                    first = e
                }
            }
        }
    }
    return first
}
