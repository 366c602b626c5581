extension Glossary {
  /// Hopfield networks.
  static let memory: [Term] = [
    Term(
      "Hopfield network", ["hopfield", "associative memory", "feedback network", "attractor network", "purpose"],
      "Units that all hear each other, with symmetric weights. They flip until nothing changes, which recalls a pattern or solves a puzzle (Hopfield 1982).",
      formula: "s ← sign(b + Σ w·s)", lesson: "19-memory",
      of: .kind(.hopfield), .setting("settling.task")),
    Term(
      "pattern", ["stored pattern", "patterns", "random patterns", "memory"],
      "A state that the weights were made to remember: each unit +1 or −1.", lesson: "19-memory",
      of: .setting("settling.patterns"), .setting("settling.side"), .setting("settling.recalled")),
    Term(
      "state", ["s", "state of a network", "beginning"], "The units' present values, +1 or −1 each.",
      lesson: "19-memory", of: .setting("settling.begin")),
    Term(
      "field", ["h of a unit", "local field"],
      "What a unit hears: the others' states times their weights. It wants to have the field's sign.",
      formula: "h = b + Σ w·s", lesson: "19-memory"),
    Term(
      "energy", ["E", "Lyapunov function"],
      "A height for every state. A unit that follows its field never raises it, so the network runs downhill until it rests.",
      formula: "E = −½ Σ w·s·s − Σ b·s", lesson: "19-memory"),
    Term(
      "overlap", ["m of a pattern", "similarity"],
      "How alike the state and a pattern are: 1 the same, 0 unrelated, −1 the negative.", formula: "m = (1/N) Σ s·ξ",
      lesson: "19-memory"),
    Term(
      "Hebb's rule", ["hebb", "storing rule", "Hebbian learning", "projection", "fire together, wire together"],
      "Units that are alike in a pattern get a positive weight between them, others a negative one. The projection rule also untangles patterns that are alike.",
      formula: "w = Σ ξξᵀ/N", lesson: "19-memory", of: .setting("settling.rule")),
    Term(
      "capacity", ["patterns/N", "0.138"],
      "How many patterns a network can hold: about 0.138 for each unit with Hebb's rule and random patterns.",
      formula: "p ≈ 0.138·N", lesson: "hopfield-capacity"),
    Term(
      "attractor", ["basin of attraction", "spurious state", "spurious minimum", "fixed point"],
      "A state at rest into which others run. Some were never stored: mixtures and negatives of patterns.",
      formula: "s = sign(h) for all units", lesson: "19-memory"),
    Term(
      "update order", ["order", "asynchronous", "synchronous", "two-cycle"],
      "One unit after another, by which the energy never rises, or all at once, which may end in two states that follow each other for ever.",
      lesson: "19-memory", of: .setting("settling.order")),
    Term("sweep", ["sweeps"], "One turn of all units: what an epoch is to training.", lesson: "19-memory"),
    Term(
      "temperature", ["T", "Boltzmann", "thermal noise"],
      "How often a unit goes against its field. Heat leads out of local minima.", formula: "p(+1) = 1/(1 + exp(−2h/T))",
      lesson: "20-optimization", of: .setting("settling.temperature")),
    Term(
      "annealing", ["cooling", "simulated annealing", "coldest T"],
      "Beginning hot and cooling slowly, so that the state finds its way into a deep minimum.",
      formula: "T ← cooling·T each sweep, 0 below the coldest", lesson: "20-optimization",
      of: .setting("settling.cooling"),
      .setting("settling.floor")),
    Term(
      "disturbance", ["damaged pattern", "covered half"],
      "A share of the units flipped by chance: what a memory has to mend.", lesson: "19-memory",
      of: .setting("settling.disturb")),
    Term(
      "puzzle", ["constraint", "clash", "clashes", "board", "n queens", "map colouring", "optimization by settling"],
      "A task as an energy: each clash raises it, so that a state at rest without clashes is a solution.",
      formula: "E = clashes + missing choices", lesson: "20-optimization", of: .setting("settling.board"),
      .setting("settling.map"), .setting("settling.colours")),
  ]

  /// Recurrent networks.
  static let recurrent: [Term] = [
    Term(
      "recurrent network", ["recurrent", "RNN", "Elman network", "recurrent layer", "recurrent units"],
      "A layer that also hears itself one step ago, so that it can remember what came before.",
      formula: "h[t] = f(b + W·x[t] + U·h[t−1])", lesson: "21-time", of: .kind(.recurrent), .setting("recurrent.units")),
    Term(
      "sequence", ["sequences", "series", "learned from"], "Inputs and targets one after another in time.",
      lesson: "21-time", of: .setting("sequences.source"), .setting("sequences.count"), .setting("sequences.test"),
      .setting("sequences.asked")),
    Term(
      "time step", ["t", "moment", "steps", "hidden state", "h[t]"],
      "One place of a sequence. The recurrent layer's values there are its memory.", lesson: "21-time",
      of: .setting("sequences.steps")),
    Term(
      "unrolling", ["unrolled in time", "unfolding"],
      "Drawing a recurrent network once for each time step: a deep network whose layers share their weights.",
      lesson: "21-time"),
    Term(
      "backpropagation through time", ["BPTT", "truncation", "truncated backpropagation"],
      "Backpropagation on the unrolled network: errors pass back from step to step, as far as the truncation lets them.",
      formula: "δ[t] = f′(z[t])·(V·δ out + U·δ[t+1])", lesson: "21-time", of: .setting("recurrent.truncation")),
    Term(
      "singular value", ["σ", "largest singular value", "spectral norm"],
      "How much the recurrent weights can stretch a state or an error in one step: below 1 errors fade on their way back, far above they explode.",
      formula: "max ‖U·v‖/‖v‖", lesson: "vanishing", of: .setting("recurrent.singular")),
  ]
}
