extension Glossary {
  /// A neuron and a network of them.
  static let neuron: [Term] = [
    Term(
      "unit", ["neuron", "node", "soma", "cell body", "nerve cell", "h"],
      "Multiplies each input by a weight, adds all up with its bias, and passes on what its activation function makes of the sum.",
      formula: "a = f(b + Σ x·w)", lesson: "01-neuron", of: .unit),
    Term(
      "input", ["x", "dendrite", "feature", "input unit"],
      "A number that comes into a network or a unit: a measured property of the sample, or the answer of a unit before it.",
      lesson: "01-neuron", of: .input),
    Term(
      "weight", ["w", "synapse", "synaptic strength", "connection", "connection strength"],
      "How much one input counts in a unit, and in which direction. Learning is finding the weights.",
      lesson: "01-neuron", of: .weight),
    Term(
      "bias", ["b", "offset", "threshold value", "θ"],
      "A number that a unit adds to its weighted sum whatever comes in: it moves the place where the unit turns.",
      formula: "z = b + Σ x·w", lesson: "01-neuron", of: .bias, .setting("network.bias")),
    Term(
      "weighted sum", ["z", "net input", "preactivation", "logit", "logits", "summation"],
      "Every input times its weight, added up, and the bias: what a unit works out before its activation function.",
      formula: "z = b + Σ x·w", lesson: "01-neuron"),
    Term(
      "activation", ["a", "axon", "output of a unit", "firing rate", "answer of a unit"],
      "The number that a unit passes on to the next layer.", formula: "a = f(z)", lesson: "02-activations"),
    Term(
      "activation function", ["f", "transfer function", "squashing function", "nonlinearity"],
      "What a unit makes of its weighted sum. Without a bend in it, layers would add nothing to one layer.",
      formula: "a = f(z)", lesson: "02-activations",
      of: .setting("network.activation"), .setting("network.output"), .setting("recurrent.activation")),
    Term(
      "slope", ["f′(z)", "derivative", "∂a/∂z"],
      "How fast an activation function rises at z. Where it is nearly 0, nearly no error passes back.",
      formula: "f′(z) = da/dz", lesson: "02-activations"),
    Term(
      "layer", ["hidden layer", "hidden layers", "hidden unit", "hidden units", "depth"],
      "Units side by side that all get the same inputs. Layers between input and output are hidden: no target is given for them.",
      lesson: "04-forward", of: .setting("network.layers"), .setting("network.hidden")),
    Term(
      "output", ["output layer", "output unit", "prediction", "answer of the network"],
      "The last layer's activations: what the network says of a sample.", lesson: "04-forward"),
    Term(
      "network", ["neural network", "artificial neural network", "multilayer perceptron", "MLP", "model"],
      "Units in layers; what one layer answers goes into the next. A line in panel 1 is a weight, its thickness |w|, its colour the sign.",
      lesson: "04-forward", of: .panel(.network), .setting("network.kind")),
    Term(
      "feedforward network", ["feedforward", "feed-forward network"],
      "A network without loops: numbers go from the inputs to the outputs once.", lesson: "04-forward",
      of: .kind(.feedforward)),
    Term(
      "parameters", ["parameter", "θ of a network"],
      "All weights and biases of a network: the numbers that training changes.", lesson: "04-forward"),
    Term(
      "forward propagation", ["forward pass", "forward", "inference"],
      "Working out a network's answer from left to right: each layer's weighted sums, then its activations.",
      formula: "aˡ = f(bˡ + wˡ·aˡ⁻¹)", lesson: "04-forward"),
    Term(
      "weights as a picture", ["feature detector", "receptive field", "edge detector", "what a unit sees"],
      "A hidden unit's weights laid out as the image that comes in: blue where ink raises its sum, orange where ink lowers it.",
      lesson: "17-images"),
    Term(
      "sparsity", ["sparse", "silence", "silent units", "sparse code"],
      "The share of hidden activations that are 0. A rectifier is silent for every negative sum, so each sample wakes some units only (Glorot et al. 2011).",
      formula: "activations of 0 / all activations", lesson: "18-sparse"),
    Term(
      "linear separability", ["linearly separable", "decision line", "separating line", "XOR problem"],
      "Whether one straight line (or plane) can part two classes. One unit can do no more; XOR needs a hidden layer.",
      formula: "w₁x₁ + w₂x₂ + b = 0", lesson: "03-gates"),
  ]
}
