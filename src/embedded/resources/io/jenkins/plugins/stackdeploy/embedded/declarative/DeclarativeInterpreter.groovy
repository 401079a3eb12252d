def run(model) { error "not yet" }
