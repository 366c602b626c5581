import Datasets
import Foundation

extension Setting {
  /// Where the data come from, and what happens to them.
  static let dataRows = [
    Setting(
      "data.source", \.recipe.source, .source, .data, "data", choices: .ring(Generator.offered.map { .text($0.name) }),
      costs: .newData, "where the samples come from: a generator or a file"),
    Setting(
      "data.samples", \.recipe.samples, Domain.whole(1...1_000_000).orDefault(), .data, "samples",
      choices: .ordered([50, 100, 200, 500, 1000, 2000, 5000]), costs: .newData, unsaid: .text("default"),
      "how many samples are made, or taken from a file"
    ).resolving { $0.recipe.countOfSamples },
    Setting(
      "data.noise", \.recipe.noise, .number(.from(0, to: 50)), .data, "noise", unit: .percent,
      choices: .ordered(Array(stride(from: 0, through: 50, by: 5))), costs: .newData,
      "how much chance disturbs the samples, in percent"),
    Setting(
      "data.train", \.recipe.trainShare, Domain.number(.above(0, upTo: 1), "a share").orDefault(), .data,
      "training share", short: "train", unit: .share, choices: .ordered((1...9).map { Double($0) / 10 }),
      costs: .newData, unsaid: .text("default"), "the share learned from; the rest tests"
    ).resolving { experiment in
      if let split = experiment.recipe.split { return .number("\(split.training)") }
      guard experiment.recipe.trainShare == nil else { return nil }
      if case .generator(let generator) = experiment.recipe.source, generator.isTruthTable { return .number("1") }
      return .number("0.5")
    },
    Setting(
      "data.scale", \.recipe.scaling, .choice("scaling"), .data, "scaling", costs: .newData,
      "brings the inputs to a common scale"),
    Setting(
      "data.scale-label", \.recipe.labelScaling, .choice("scaling"), .data, "label scaling", costs: .newData,
      "brings a label that is a number to a common scale"),
    Setting(
      "data.split", \.recipe.split, Domain.split.orNone("none"), .data, "split",
      choices: .ring(
        ["none", "0.6/0.2/0.2", "0.7/0.15/0.15", "0.8/0.1/0.1", "0.6/0.2/0.2 random"].map { .text($0) }),
      costs: .newData, unsaid: .text("none"), "shares of training, validation and a sealed test part"
    ).takenWhole(),
    Setting(
      "data.test", \.recipe.testFile, Domain.testFile.orNone("none"), .data, "test file", costs: .newData,
      unsaid: .text("none"), "a file with the rows of the test part, in place of some of the source's"
    ).takenWhole(),
    Setting(
      "data.inputs", \.recipe.inputChoice, .inputs, .data, "inputs",
      choices: .ring([
        .text("all"), .list(InputFeature.plane.prefix(4).map { .text($0.name) }),
        .list(InputFeature.plane.map { .text($0.name) }),
      ]),
      costs: .newWeights, unsaid: .text("all"), "what the network is given of each sample"
    ).takenWhole(),
    Setting(
      "data.columns", \.recipe.columns, .roles, .data, "columns", costs: .newWeights, unsaid: .text("guessed"),
      "what columns of a file are taken for, where the guess is wrong"
    ).takenWhole(),
    Setting(
      "data.missing", \.recipe.missing, .missing, .data, "missing cells",
      choices: .ring(MissingPolicy.allCases.map { .text($0.rawValue) }), costs: .newWeights,
      unsaid: .text(MissingPolicy.automatic.rawValue), "what becomes of a file's missing cells"
    ).takenWhole().stepping { experiment, step, _ in
      let all = MissingPolicy.allCases
      let next = (all.firstIndex(of: experiment.recipe.missing.general)! + step + all.count) % all.count
      experiment.recipe.missing.general = all[next]
      return true
    },
    Setting(
      "data.label", \.recipe.label, Domain.text.orDefault("(last)"), .data, "label column", costs: .newWeights,
      unsaid: .text("(last)"), "the column of a file that is to be predicted, or the file of labels"
    ).takenWhole(),
    Setting(
      "data.task", \.recipe.task, Domain.choice("task").orDefault(), .data, "task", costs: .newWeights,
      unsaid: .text("default"), "whether a file's label is a class or a number"),
  ]
}

extension DataRecipe {
  /// The number of rows that are made, or `all` of a file's.
  fileprivate var countOfSamples: SettingValue {
    if let samples { return .number(samples) }
    if case .generator(let generator) = source { return .number(generator.defaultCount) }
    return .text("all")
  }
}

extension Domain where Value == String {
  /// The path of a file with the rows of a test part.
  fileprivate static var testFile: Domain {
    .form(
      "a file", .form("[./]", example: "data/test.csv"),
      read: { name, context throws(Refusal) in
        let path = context.resolved(path: name)
        guard FileManager.default.fileExists(atPath: path) else { throw Refusal(.noSuchFile(path)) }
        return path
      },
      write: { $0 })
  }
}

extension Domain where Value == DataRecipe.Source {
  /// A generator by its name, or the path of a file.
  fileprivate static var source: Domain {
    .form(
      "a data set's name or a file",
      .either([
        .names(Generator.offered.map(\.name), also: Generator.parityBits.map { "parity-\($0)" }),
        .form("[./]", example: "data/iris.csv"),
      ]),
      read: { name, context throws(Refusal) in
        if let generator = Generator(name: name) { return .generator(generator) }
        guard name.contains(".") || name.contains("/") else {
          throw Refusal(.unknownName(kind: "data set", name, known: Generator.offered.map(\.name)))
        }
        let path = context.resolved(path: name)
        guard FileManager.default.fileExists(atPath: path) else { throw Refusal(.noSuchFile(path)) }
        return .file(path: path)
      },
      write: {
        switch $0 {
        case .generator(let generator): generator.name
        case .file(let path): path
        }
      })
  }
}
