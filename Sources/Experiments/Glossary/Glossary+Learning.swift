extension Glossary {
  /// How a network learns.
  static let learning: [Term] = [
    Term(
      "training", ["learning", "fitting"],
      "Changing weights and biases step by step so that the cost of the training part becomes small.",
      lesson: "10-recipe"),
    Term(
      "gradient", ["∇C", "g", "∂C/∂w", "partial derivative"],
      "For each weight, how fast the cost would rise if it grew. Against the gradient it falls fastest.",
      formula: "∂C/∂w = x·δ", lesson: "07-descent"),
    Term(
      "gradient descent", ["descent", "steepest descent", "downhill"],
      "Going a little way against the gradient, again and again: downhill on the error surface, seeing only the slope underfoot.",
      formula: "w ← w − η·∂C/∂w", lesson: "07-descent"),
    Term(
      "backpropagation", ["backprop", "backward pass", "back propagation", "chain rule", "credit assignment"],
      "Working out who is responsible for the error, from the last layer back to the first: each δ is handed back through the weights.",
      formula: "δ = f′(z) · Σ δ·w", lesson: "09-backprop"),
    Term(
      "δ", ["delta", "error signal", "blame", "∂C/∂z", "error of a unit"],
      "How much the cost would change if a unit's weighted sum did: the unit's share of the blame.",
      formula: "δ = ∂C/∂z = ∂C/∂a · f′(z)", lesson: "09-backprop"),
    Term(
      "learning rate", ["η", "eta", "rate", "step size"],
      "How far a step goes along the gradient. Too small creeps, too large jumps over the valley and may leave it.",
      formula: "Δw = −η·∂C/∂w", lesson: "08-rate", of: .setting("optimizer.rate")),
    Term(
      "update", ["iteration", "Δw", "weight change", "step"],
      "One move of all weights, made from the gradient of one batch.", formula: "w ← w + Δw", lesson: "10-recipe"),
    Term(
      "epoch", ["pass over the data", "cycle"],
      "One pass over all samples of the training part, however many updates it takes.",
      formula: "updates of an epoch = samples / batch, rounded up", lesson: "10-recipe"),
    Term(
      "phase", ["granularity", "input, forward, error, backward, update"],
      "A part of an update that can be watched alone: input, forward layer by layer, error, backward layer by layer, update.",
      lesson: "10-recipe"),
    Term(
      "batch", ["batch size", "mini-batch", "minibatch", "full batch"],
      "The samples whose mean gradient makes one update. All at once gives a smooth way down, few give a noisy one that costs less.",
      formula: "g = (1/n) Σ ∂C/∂w", lesson: "11-batches", of: .setting("batch")),
    Term(
      "stochastic", ["stochastic gradient descent", "online learning", "stochastic mode", "noise of the gradient"],
      "One sample an update: quick, noisy steps, which may lead out of a shallow minimum.", lesson: "11-batches"),
    Term(
      "shuffle", ["shuffling", "order of the samples"],
      "Taking the samples in another order every epoch, so that no order is learned.", lesson: "11-batches",
      of: .setting("shuffle")),
    Term(
      "rate schedule", ["schedule", "learning rate decay", "annealing of the rate", "half-life of the rate"],
      "How the learning rate falls from epoch to epoch: large steps first, small ones near the end.",
      formula: "step: η·factor every n epochs; 1/t: η/(1+t/n); cosine: η·½(1+cos πt/n)",
      of: .setting("optimizer.schedule"), .setting("optimizer.step-epochs"), .setting("optimizer.step-factor"),
      .setting("optimizer.half-epochs"), .setting("optimizer.cosine-epochs")),
    Term(
      "gradient clipping", ["gradient clip", "clip", "clipping"],
      "Shortening a gradient that is longer than a bound, so that one steep place does not throw the weights away.",
      formula: "g ← g·bound/‖g‖ where ‖g‖ > bound", of: .setting("optimizer.clip")),
    Term(
      "regularization", ["penalty", "λ", "lambda", "reg. rate", "regularization rate"],
      "A price on large weights, added to the cost, so that the network stays simple. λ says how high it is.",
      formula: "objective = C + λ·penalty",
      lesson: "16-testing", of: .setting("regularization.kind"), .setting("regularization.rate")),
    Term(
      "L1", ["lasso"], "A penalty on the size of the weights, which drives those that help little to exactly 0.",
      formula: "λ·Σ|w|"),
    Term(
      "L2", ["ridge", "Tikhonov"], "A penalty on the squares of the weights, which keeps all of them small.",
      formula: "λ·½Σw²", lesson: "16-testing"),
    Term(
      "weight decay", ["decay"],
      "Shrinking every weight a little at each step, beside the gradient, as adamw does.", formula: "w ← w − η·decay·w",
      of: .setting("optimizer.decay")),
    Term(
      "dropout", ["dropped units", "mask"],
      "Silencing a share of the hidden units at random in each training step, so that none relies on another.",
      formula: "a ← a·mask/(1 − share)", lesson: "16-testing", of: .setting("network.dropout")),
    Term(
      "saturation", ["saturated", "sat", "saturated unit", "flat end"],
      "A unit stands where its function is flat: its slope, and so its δ, is nearly 0 and it hardly learns.",
      formula: "f′(z) ≈ 0", lesson: "13-flat"),
    Term(
      "dead unit", ["dead", "dead rectifier", "dying ReLU"],
      "A rectifier that answers 0 to every sample: no gradient passes it, so it never learns again.",
      formula: "z < 0 for all samples", lesson: "13-flat"),
    Term(
      "vanishing gradient", ["vanishing gradients", "fading gradient"],
      "On its way back the error is multiplied by slopes and weights; where these are small, nothing reaches the first layers or steps.",
      formula: "∏ f′(z)·w → 0", lesson: "13-flat"),
    Term(
      "exploding gradient", ["exploding gradients"],
      "The same product where its factors are large: the error grows on its way back, and updates throw the weights about.",
      formula: "∏ f′(z)·w → ∞", lesson: "vanishing"),
    Term(
      "divergence", ["diverged", "overflow"],
      "The cost grows without end, as steps are longer than the valley is wide, until numbers are no longer finite.",
      formula: "η > 2/λmax", lesson: "08-rate"),
    Term(
      "convergence", ["converged", "settled"],
      "The cost hardly changes any more: training has come to rest, though not always at the lowest place.",
      lesson: "10-recipe"),
    Term(
      "gradient check", ["numerical gradient", "central difference"],
      "Comparing backpropagation's gradient with the difference of two costs, a small way to either side.",
      formula: "(C(w+h) − C(w−h)) / 2h"),
    Term(
      "health", ["|Δw|/|w|", "size of updates", "‖g‖", "gradient norm", "|grad|"],
      "Whether each layer learns: the size of its gradient, of an update beside its weights (about 0.001 is usual), and its dead and saturated units.",
      formula: "‖Δw‖/‖w‖", lesson: "13-flat", of: .panel(.health)),
  ]
}
