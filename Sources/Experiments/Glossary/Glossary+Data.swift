extension Glossary {
  /// What is learned from.
  static let data: [Term] = [
    Term(
      "data set", ["data", "source", "training set and test set"],
      "The samples that a network learns from and is tested by: made by a rule, or read from a file.",
      lesson: "10-recipe", of: .setting("data.source")),
    Term(
      "sample", ["example", "observation", "row", "pattern of inputs"], "One case: its inputs and its target.",
      lesson: "04-forward", of: .setting("data.samples")),
    Term(
      "noise", ["disturbance of the data"],
      "Chance that is added to the data, so that no network can be right everywhere.", of: .setting("data.noise")),
    Term(
      "training part", ["training set", "training share", "train"], "The samples that gradients come from.",
      lesson: "10-recipe", of: .setting("data.train")),
    Term(
      "test part", ["test set", "hold-out", "test"],
      "Samples that nothing is learned from: how well the network does on them is how well it has understood.",
      lesson: nil),
    Term(
      "validation part", ["validation set", "validation"],
      "Samples that are watched while settings are chosen, so that the test part stays unseen.", lesson: "22-project"),
    Term(
      "sealed test part", ["sealed test", "unsealing", "sealed"],
      "Samples that nobody looks at until u opens them at the end: an honest verdict. How often it was opened is counted.",
      lesson: "22-project"),
    Term(
      "split", ["division of the rows", "stratified", "grouped split", "split by time"],
      "How the rows are divided into training, validation and test part: by chance with each class in equal shares, by group, or in time.",
      lesson: "22-project", of: .setting("data.split")),
    Term(
      "test file", ["separate test set", "held-out file"],
      "A file with the rows of the sealed test part: the same columns, scaled by what is known from the training part.",
      of: .setting("data.test")),
    Term(
      "standardize", ["scaling", "standardization", "z-score"],
      "Shifting and stretching an input so that the training part has mean 0 and variance 1: a ravine becomes a bowl.",
      formula: "(x − mean)/standard deviation", lesson: "14-scaling", of: .setting("data.scale"),
      .setting("data.scale-label")),
    Term(
      "normalize", ["normalization", "min-max scaling"], "Stretching an input so that the training part fills 0…1.",
      formula: "(x − min)/(max − min)", lesson: "14-scaling"),
    Term(
      "features", ["inputs", "x1^2", "x1x2", "feature engineering", "derived input"],
      "What the network is given of each sample: its columns as they are, or new inputs made of them, such as x₁².",
      of: .setting("data.inputs")),
    Term(
      "column role", ["columns", "role", "category", "one-hot", "indicator"],
      "What a column of a file is taken for: a number, a category (an input of 0 or 1 for each of its values), a date, or left out.",
      lesson: "22-project", of: .setting("data.columns")),
    Term(
      "missing value", ["missing cells", "gap", "NA", "imputation"],
      "A cell with nothing in it: filled with the median of the training part, marked by an input of its own, or its row left out.",
      lesson: "22-project", of: .setting("data.missing")),
    Term(
      "classification", ["task", "class", "classes"],
      "Telling which of some classes a sample belongs to; the largest output names it.", lesson: "17-images",
      of: .setting("data.task")),
    Term(
      "regression", ["predicting a number", "curve fitting"],
      "Predicting a number for each sample, as a curve through the data does."),
    Term(
      "generalization", ["generalize", "generalisation"],
      "Doing well on samples that were never seen: what training is for.", lesson: "16-testing"),
    Term(
      "over-fitting", ["overfitting", "learning by heart", "memorization"],
      "The cost of the training part falls while that of the test part rises: chance in the samples is learned by heart.",
      formula: "test cost − training cost grows", lesson: "16-testing"),
    Term(
      "under-fitting", ["underfitting"],
      "Even the training part is not fitted: the network is too small, or trained too little."),
    Term(
      "stop", ["early stopping", "stopping rule"],
      "Ending training where a measure passes a bound, such as before the test cost begins to rise.",
      lesson: "16-testing", of: .setting("stop")),
  ]

  /// How well it has been learned.
  static let evaluation: [Term] = [
    Term(
      "accuracy", ["% right", "quality"], "The share of samples that are put in their class.", formula: "right/all"),
    Term(
      "confusion matrix", ["actual and predicted", "worst mistakes"],
      "A table of which class is taken for which: rows are the truth, columns the answers.", lesson: "17-images"),
    Term(
      "precision", [], "Of the samples that are said to be of a class, the share that are.",
      formula: "true/(true + falsely said)"),
    Term(
      "recall", ["sensitivity"], "Of the samples that are of a class, the share that are found.",
      formula: "true/(true + missed)"),
    Term(
      "F1", ["F-score"], "Precision and recall in one number, near the smaller of the two.", formula: "2·p·r/(p + r)"),
    Term(
      "R²", ["r2", "coefficient of determination", "explained variance"],
      "How much of a number's variance is explained: 1 is perfect, 0 no better than the mean, and it may be below 0.",
      formula: "1 − Σ(y − a)²/Σ(y − ȳ)²"),
    Term(
      "RMSE", ["root mean squared error"], "The typical miss, in the label's own unit; large misses count more.",
      formula: "√(mean (a − y)²)"),
    Term("MAE", ["mean absolute error"], "The mean size of a miss, in the label's own unit.", formula: "mean |a − y|"),
    Term(
      "residual", ["miss", "misses"],
      "Predicted minus actual: what is left unexplained. A pattern in it is something not yet learned.",
      formula: "a − y"),
    Term(
      "calibration", ["confidence", "Brier score", "expected calibration error"],
      "Whether answers said with 80 % come true 80 times of a hundred.", formula: "Σ (n/N)·|accuracy − confidence|"),
    Term(
      "confidence interval", ["95 % confidence", "Wilson interval"],
      "The range in which the true share probably lies, as the test part has few samples.", lesson: "22-project"),
    Term(
      "baseline", ["most frequent class", "a network without hidden layers"],
      "What is reached without learning, or by the simplest model: what a network has to beat.", lesson: "22-project"),
    Term(
      "importance", ["what matters", "permutation importance"],
      "How much worse the network becomes when one column is shuffled among the rows.", lesson: "22-project"),
    Term(
      "partial dependence", ["mean answer"],
      "The network's mean answer as one column goes through its range and the others stay as they are."),
  ]
}
