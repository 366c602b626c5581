import Datasets
import ErrorSurfaces
import Foundation
import NeuralNetwork
import Training

extension SettingsReader {
  /// The bytes that a demo file may have.
  private static let sizeLimit = 1 << 20

  /// Begins with what SOURCE says.
  ///
  /// - Throws: a `Mistake` where a demo file cannot be read at all; those inside it are noted.
  init(source: Source) throws(Mistake) {
    switch source {
    case .generator(let generator):
      self.init(experiment: Experiment(name: source.name, source: .generator(generator)), folder: "")
    case .dataFile(let path):
      self.init(experiment: Experiment(name: source.name, dataFile: path), folder: "", isBareData: true)
    case .demoFile(let path):
      let experiment = Experiment(name: source.name, source: .generator(.circle))
      self.init(experiment: experiment, folder: (path as NSString).deletingLastPathComponent)
      read(try Self.text(ofFile: path), file: path)
    }
  }

  static func text(ofFile path: String) throws(Mistake) -> String {
    let place = Mistake.Place.file(path)
    guard FileManager.default.fileExists(atPath: path) else { throw Mistake(.noSuchFile(path)) }
    let contents: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      contents = try file.read(upToCount: sizeLimit + 1) ?? Data()
    } catch {
      throw Mistake(.unreadable(reason: SystemError.last), at: place)
    }
    guard contents.count <= sizeLimit else { throw Mistake(.tooLarge(limit: "1 MiB"), at: place) }
    guard let text = String(validating: contents, as: UTF8.self) else { throw Mistake(.notUTF8, at: place) }
    return text
  }
}

// MARK: What depends on several settings

extension SettingsReader {
  /// Reads the data, chooses what was not given to suit them, and checks what depends on several settings.
  ///
  /// - Returns: nil where something is wrong.
  mutating func finish() -> OpenedExperiment? {
    checkLayers()
    experiment.recipe.seed = experiment.seed
    switch experiment.kind {
    case .feedforward: return finishRows()
    case .hopfield: return finishSettling()
    case .recurrent: return finishSequences()
    }
  }

  private mutating func finishRows() -> OpenedExperiment? {
    if experiment.recipe.task == nil, impliesClasses { experiment.recipe.task = .classification }
    do throws(DataError) {
      let dataset = try experiment.recipe.load()
      if isBareData { begin(with: dataset) }
      suit(dataset)
      if case .file = experiment.recipe.source, dataset.predictsNumbers, given[.labelScaling] == nil {
        experiment.recipe.labelScaling = .standardize
      }
      guard mistakes.isEmpty else { return nil }
      let data = try dataset.prepared(for: experiment.recipe, coding: experiment.coding(for: dataset))
      if let mismatch = experiment.mismatch(with: data) {
        note(.mismatch(mismatch), atOneOf: mismatch.keys)
        return nil
      }
      guard hasAxes(in: experiment.initialNetwork(for: data).parameters) else { return nil }
      return OpenedExperiment(experiment: experiment, dataset: dataset, data: data, isBareData: isBareData)
    } catch {
      note(.data(error), atOneOf: error.keys)
      return nil
    }
  }

  /// Of data alone a test part is sealed, and network and training are chosen to suit them; what was given stays.
  private mutating func begin(with dataset: Dataset) {
    let asked = experiment
    if given[.trainShare] == nil, given[.split] == nil, dataset.count >= Self.sealedFrom {
      experiment.recipe.split =
        experiment.recipe.testFile == nil
        ? DataSplit(training: 0.6, validation: 0.2, test: 0.2) : DataSplit(training: 0.8, validation: 0.2, test: 0)
    }
    experiment.chooseFirstNetwork(for: dataset)
    for setting in Setting.all where given[setting] != nil {
      experiment = (try? setting.changing(experiment, to: setting.value(in: asked))) ?? experiment
    }
  }

  /// The rows from which on each part of a split has enough of them to say something.
  private static let sealedFrom = 40

  /// Every hidden layer needs an activation.
  mutating func checkLayers() {
    let (activations, hidden) = (experiment.network.activations.count, experiment.network.hidden.count)
    if activations != hidden {
      note(.layerCount(activations: activations, hidden: hidden), atOneOf: [.activation, .units])
    }
  }

  /// Whether the network has the parameters that the error surface is to be drawn over.
  private mutating func hasAxes(in weights: Parameters) -> Bool {
    guard case .parameters(let first, let second) = experiment.surfaceAxes else { return true }
    do throws(PlaneError) {
      _ = try Plane.parameters(first, second, through: weights)
      return true
    } catch {
      note(.plane(error), atOneOf: [.axes])
      return false
    }
  }

  /// Whether output or cost make sense for classes alone.
  private var impliesClasses: Bool {
    given[.output] != nil && experiment.network.output == .softmax
      || given[.cost] != nil && [.crossEntropy, .hinge, .klDivergence].contains(experiment.training.cost)
  }

  /// Chooses output and cost where they were not given: linear for numbers, softmax with cross-entropy for the classes
  /// of files and for more than two, tanh for the two classes of a generator.
  private mutating func suit(_ dataset: Dataset) {
    guard given[.output] == nil else { return }
    if let cost = given[.cost] == nil ? nil : experiment.training.cost, !cost.outputs.contains(.tanh) {
      experiment.network.output = cost.outputs.contains(.sigmoid) && dataset.isBinary ? .sigmoid : .softmax
    } else if dataset.classNames == nil {
      experiment.network.output = .linear
    } else if dataset.isBinary, case .generator = experiment.recipe.source {
      experiment.network.output = .tanh
    } else {
      experiment.network.output = .softmax
      if given[.cost] == nil { experiment.training.cost = .crossEntropy }
    }
  }
}

extension Dataset {
  fileprivate var predictsNumbers: Bool { if case .values = labels { true } else { false } }

  fileprivate var isBinary: Bool { classNames?.count == 2 }
}

// MARK: Whose mistake it is

extension Mismatch {
  /// The settings that do not go together, the one to be named first.
  var keys: [Setting] {
    switch self {
    case .domain: [.cost, .output]
    case .hiddenSoftmax: [.activation]
    case .lonelySoftmax: [.output, .cost]
    case .perceptronWithHiddenLayers: [.optimizer, .units]
    case .perceptronWithoutThreshold: [.optimizer, .output]
    }
  }
}

extension DataError {
  fileprivate var keys: [Setting] {
    switch problem {
    case .unknownLabel, .noLabels, .emptyLabel, .labelsAllDifferent, .oneClass: [.label, .data]
    case .noSuchInput: [.inputs, .data]
    case .testWithoutFile, .testIsSource, .testForm, .testLacks, .testInputs, .unknownClass: [.testFile, .data]
    case .numbersForClasses, .classesForNumbers: [.output, .cost, .task, .data]
    case .notFound, .unreadable, .empty, .tooLarge, .notUTF8, .binary, .foreign, .noRows, .noInputs, .ragged, .missing,
      .notANumber, .notFinite, .unclosedQuote, .textAfterQuote, .tooManyCategories, .tooManyInputs, .tooManyOutputs,
      .badAttribute, .sparse, .badJSON, .badArray, .notIDX, .cutShort, .badGzip, .labelCount, .notLabels, .noPatterns,
      .notAMark, .raggedPattern, .patternSize, .noSuchColumn, .timeGap, .sequenceTwice, .emptyPart, .fewGroups:
      [.data]
    }
  }
}

extension Experiment {
  /// What suits a data file of which nothing more is known.
  fileprivate init(name: String, dataFile path: String) {
    self.init(name: name, source: .file(path: path))
    recipe.trainShare = 0.7
    recipe.scaling = recipe.isCSV ? .standardize : .normalize
    network = NetworkSettings(hidden: [8], activation: .tanh, output: .softmax)
  }
}
