extension Glossary {
  /// The error surface and what is on it.
  static let surface: [Term] = [
    Term(
      "error surface", ["error landscape", "loss landscape", "cost landscape", "surface", "weight space", "mountain"],
      "The cost over all weights, as height over a ground. The screen shows a plane cut through it; training walks downhill on it.",
      formula: "height = C(w)", lesson: "07-descent", of: .panel(.surface)),
    Term(
      "axes of the surface", ["surface axes", "random directions", "plane", "principal components", "path"],
      "The two directions in which the weights are changed to draw the surface: random ones, those of the path, of the curvature, or two weights.",
      formula: "C(w + α·d₁ + β·d₂)", of: .setting("surface.axes")),
    Term(
      "surface mode", ["walkers", "plain, race, fog"],
      "Who walks on the error surface: the weights alone, six optimizers in a race, or you in fog.",
      lesson: "12-optimizers",
      of: .setting("surface.mode")),
    Term(
      "minimum", ["global minimum", "lowest place", "valley floor"],
      "A place lower than all around it: the slope is 0 in every direction.", formula: "∇C = 0", lesson: "bowl"),
    Term(
      "local minimum", ["local minima", "trap"],
      "A minimum that is not the lowest. Descent stays in it; noise or momentum may lead out.", formula: "∇C = 0",
      lesson: "11-batches"),
    Term(
      "saddle point", ["saddle", "pass"],
      "A place where the slope is 0, up in some directions and down in others: descent slows there before it goes on.",
      formula: "∇C = 0, λ of both signs", lesson: "saddle"),
    Term(
      "plateau", ["flat region"],
      "A wide, nearly flat part of the surface, where the gradient is tiny and steps are too.", formula: "∇C ≈ 0",
      lesson: "plateau"),
    Term(
      "ravine", ["valley", "narrow valley", "ill-conditioned"],
      "Steep across and nearly flat along: steps that suit one direction are wrong for the other.",
      formula: "λmax ≫ λmin", lesson: "ravine"),
    Term(
      "curvature", ["λmax", "Hessian", "eigenvalue", "second derivative", "stable rate", "2/λmax"],
      "How fast the slope changes along a direction. Plain descent is stable while η is below 2 over the largest curvature.",
      formula: "η < 2/λmax", lesson: "08-rate"),
    Term(
      "condition number", ["conditioning"], "The largest curvature over the smallest: how narrow a ravine is.",
      formula: "λmax/λmin", lesson: "ravine"),
    Term(
      "contour", ["contour line", "isoline"],
      "A line through places of equal cost. The gradient stands at right angles to it."),
    Term(
      "barrier", ["hill between two minima", "line from A to B"],
      "How much higher the cost is on the straight line between two solutions than at its ends.",
      formula: "max C(A + t·(B − A)) − ends", lesson: "barrier"),
    Term(
      "fog", ["fog walk", "local view"],
      "Only what has been walked is seen: what gradient descent knows of the surface.", lesson: "fog"),
    Term(
      "race", ["race of optimizers"],
      "Six optimizers from the same start on the same surface, each with its own learning rate.",
      lesson: "12-optimizers"),
    Term(
      "test function", ["bowl", "rosenbrock", "himmelblau", "rastrigin"],
      "A surface given by a formula, with a known lowest place, to try optimizers on.", lesson: "bowl"),
    Term(
      "brute force", ["exhaustive search", "combinations", "combinatorial explosion"],
      "Trying every combination of values. With v values for each of n weights there are v to the power n: soon more than atoms in the world.",
      formula: "combinations = vⁿ", lesson: "06-brute-force"),
  ]
}
