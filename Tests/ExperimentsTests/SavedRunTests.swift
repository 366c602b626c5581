import Datasets
import Foundation
import ScratchFolder
import Testing
import Training

@testable import Experiments

/// A run that was left goes on as if it had not been.
@Suite struct SavedRunTests {
  @Test(arguments: ["xor", "iris", "sine", "digits"]) func itGoesOnBitByBit(name: String) throws {
    var (experiment, dataset) = try Self.opened(name)
    experiment.training.optimizer = .adam
    experiment.training.dropout = [0.2]
    experiment.training.batch = .samples(7)
    var history = History(experiment.trainer(for: try experiment.learningData(from: dataset)))
    history.step(times: 50)
    history.record(training: 0.5, test: 0.25)
    let place = try Place()
    try place.runs.write(
      Self.saved(history, experiment, dataset, lesson: Self.place), to: place.path)
    let (run, path) = try place.runs.readNewest()
    let resumed = try run.open(path: path)
    experiment.lesson = []
    #expect(
      resumed.experiment == experiment && resumed.dataset == dataset && resumed.lesson == Self.place
        && run.updates == 50 && run.name == name)
    #expect(resumed.loss == history.branch.loss)
    var trainer = resumed.trainer
    history.step(times: 50)
    trainer.step(times: 50)
    #expect(trainer.network == history.trainer.network && trainer.updates == 100)
  }

  /// New weights come from another seed; the data stay as they were.
  @Test func theDataStayAsTheyWere() throws {
    var (experiment, dataset) = try Self.opened("spiral")
    experiment.seed = 99
    let history = History(experiment.trainer(for: try experiment.learningData(from: dataset)))
    let resumed = try Self.saved(history, experiment, dataset).open(path: "somewhere")
    #expect(resumed.dataset == dataset && resumed.experiment.seed == 99)
  }

  /// A run on a file that was named by a relative path goes on from any folder; a file that has changed is named.
  @Test func itFindsItsDataFromAnyFolder() throws {
    let scratch = try Scratch()
    let rows = (0..<20).map { "\($0),\($0 % 3),\($0 % 2 == 0 ? "even" : "odd")" }
    let data = try scratch.file("rows.csv", (["a,b,kind"] + rows).joined(separator: "\n") + "\n")
    let here = FileManager.default.currentDirectoryPath
    let up = String(repeating: "../", count: here.split(separator: "/").count)
    let (experiment, dataset) = try Self.opened(up + data.dropFirst())
    var history = History(experiment.trainer(for: try experiment.learningData(from: dataset)))
    history.step(times: 9)
    let run = Self.saved(history, experiment, dataset)
    #expect(try run.open(path: "x").experiment.recipe.source == .file(path: data))
    #expect(try run.open(path: "x").trainer.network == history.trainer.network)
    _ = try scratch.file("rows.csv", (["a,b,kind"] + rows.reversed()).joined(separator: "\n") + "\n")
    #expect(throws: Mistake(.changedData(source: data), at: .file("x"))) { try run.open(path: "x") }
    try FileManager.default.removeItem(atPath: data)
    #expect(throws: Mistake.self) { try run.open(path: "x") }
  }

  @Test func whatIsMissingOrDamagedIsSaidAndKept() throws {
    let place = try Place()
    #expect(throws: Mistake(.noSavedRun)) { try place.runs.readNewest() }
    let (experiment, dataset) = try Self.opened("xor")
    var history = History(experiment.trainer(for: try experiment.learningData(from: dataset)))
    history.step(times: 5)
    try place.runs.write(Self.saved(history, experiment, dataset), to: place.path)
    let whole = try String(contentsOfFile: place.path, encoding: .utf8)
    for damaged in ["", "{}", String(whole.prefix(200)), whole.replacing("\"checkpoint\"", with: "\"x\"")] {
      try damaged.write(toFile: place.path, atomically: true, encoding: .utf8)
      #expect(throws: Mistake(.damagedRun, at: .file(place.path))) { try place.runs.readNewest() }
      #expect(FileManager.default.fileExists(atPath: place.path))
    }
    try whole.replacing("\"version\":5", with: "\"version\":4").write(
      toFile: place.path, atomically: true, encoding: .utf8)
    #expect(try place.runs.readNewest().run.updates == 5, "the form before is read")
    for version in [1, 2, 3, 6] {
      try whole.replacing("\"version\":5", with: "\"version\":\(version)").write(
        toFile: place.path, atomically: true, encoding: .utf8)
      let mistake = #expect(throws: Mistake(.unknownRunVersion(version), at: .file(place.path))) {
        try place.runs.readNewest()
      }
      #expect(mistake?.description.hasSuffix("saved in form \(version), which this version does not know") == true)
      #expect(FileManager.default.fileExists(atPath: place.path))
    }
  }

  /// Whatever number of the file is changed, the run is refused or goes on; nothing traps.
  @Test(arguments: ["-1", "0", "4611686018427387904", "9223372036854775807", "1e300", "3"])
  func noNumberTraps(number: String) throws {
    let (experiment, dataset) = try Self.opened("xor")
    var history = History(experiment.trainer(for: try experiment.learningData(from: dataset)))
    history.step(times: 5)
    let run = Self.saved(history, experiment, dataset, lesson: Self.place)
    let whole = String(decoding: try JSONEncoder().encode(run), as: UTF8.self)
    var tried = 0
    for match in whole.matches(of: /[:\[,](-?\d[\d.e+-]*)/) {
      let changed = whole.replacingCharacters(in: match.output.1.startIndex..<match.output.1.endIndex, with: number)
      tried += 1
      guard let read = try? JSONDecoder().decode(SavedRun.self, from: Data(changed.utf8)),
        let opened = try? read.open(path: "x")
      else { continue }
      var trainer = opened.trainer
      trainer.step(times: 3)
      var resumed = History(opened.trainer)
      resumed.resume(opened.loss)
      resumed.step(times: 3)
      resumed.back(by: .epoch)
    }
    #expect(tried > 40)
  }

  static func opened(_ name: String) throws -> (Experiment, Dataset) {
    let opened = try Experiment.open(source: name)
    return (opened.experiment, opened.dataset)
  }

  static func saved(
    _ history: History<Trainer>, _ experiment: Experiment, _ dataset: Dataset, lesson: LessonPlace? = nil
  ) -> SavedRun {
    SavedRun(of: .training(history.trainer), experiment, dataset: dataset, loss: history.branch.loss, lesson: lesson)
  }

  /// A place in a lesson of every kind of step.
  static let place = LessonPlace(
    steps: [
      LessonStep(say: "one", changes: [SettingChange(key: "batch", value: "all")], run: .epochs(3)),
      LessonStep(
        question: LessonStep.Question(text: "two?", choices: ["a", "b"], answer: 1), changes: [],
        run: .until(LessonStep.Goal(measure: .trainCost, comparison: .below, bound: 0.1), orEpochs: 9)),
      LessonStep(changes: [], run: .updates(5)),
    ], index: 1, chosen: 0, isDone: true)

  /// The experiment is kept as an object of settings, as the table writes them.
  @Test func theSettingsAreReadable() throws {
    let (experiment, dataset) = try Self.opened("xor")
    let history = History(experiment.trainer(for: try experiment.learningData(from: dataset)))
    let json = try JSONEncoder().encode(Self.saved(history, experiment, dataset))
    let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    let settings = try #require(object["settings"] as? [String: Any])
    #expect(settings.keys.sorted() == Setting.all.filter { !$0.isDerived }.map(\.key).sorted())
    #expect(settings["data.source"] as? String == "xor" && object["lesson"] == nil)
  }

  /// A folder for runs, and a place in it.
  private struct Place {
    let scratch: Scratch
    let runs: SavedRuns
    let path: String

    init() throws {
      scratch = try Scratch()
      runs = SavedRuns(in: scratch.folder.appendingPathComponent("state/runs").path)
      path = runs.place(for: "some run/é")
    }
  }
}

/// The folder of the last runs.
@Suite struct SavedRunsTests {
  @Test func theNewestTenAreKept() throws {
    let scratch = try Scratch()
    let runs = SavedRuns(in: scratch.folder.appendingPathComponent("runs").path)
    let run = try Self.run()
    let places = (0..<13).map { runs.place(for: "xor", at: Date(timeIntervalSince1970: 1e9 + Double($0) / 4)) }
    for place in places { try runs.write(run, to: place) }
    #expect(runs.paths == Array(places.reversed().prefix(10)))
    try runs.write(run, to: places[7])
    #expect(runs.paths.count == 10)
    #expect(places[0].hasSuffix("/runs/2001-09-09T01-46-40.000-xor.json"))
  }

  @Test func leftoversAreSweptAndNothingElse() throws {
    let scratch = try Scratch()
    let runs = SavedRuns(in: scratch.folder.path)
    let place = runs.place(for: "xor")
    try runs.write(try Self.run(), to: place)
    let name = (place as NSString).lastPathComponent
    let others = ["notes.txt", "a.json.backup", "2.json.1234567"]
    let kept = ".descent.a1B2c34"
    for other in others + [kept, "\(name).a1B2c3", ".descent.a1B2c3"] { _ = try scratch.file(other, "half") }
    runs.sweep()
    #expect(try FileManager.default.contentsOfDirectory(atPath: runs.folder).count == 7)
    runs.sweep(at: Date(timeIntervalSinceNow: 120))
    #expect(try Set(FileManager.default.contentsOfDirectory(atPath: runs.folder)) == Set(others + [name, kept]))
  }

  @Test func aFolderThatCannotBeIsSaid() throws {
    let scratch = try Scratch()
    let runs = SavedRuns(in: try scratch.file("file", "") + "/runs")
    let run = try Self.run()
    #expect(throws: Mistake.self) { try runs.write(run, to: runs.place(for: "xor")) }
    #expect(runs.paths.isEmpty)
  }

  static func run() throws -> SavedRun {
    let (experiment, dataset) = try SavedRunTests.opened("xor")
    let history = History(experiment.trainer(for: try experiment.learningData(from: dataset)))
    return SavedRunTests.saved(history, experiment, dataset)
  }
}

extension OpenedRun {
  /// The feedforward training that was left.
  fileprivate var trainer: Trainer {
    guard case .training(let trainer) = engine else { preconditionFailure("the run is of another kind") }
    return trainer
  }
}
