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
    var trainer = experiment.trainer(for: try experiment.learningData(from: dataset))
    for _ in 0..<50 { trainer.step() }
    let scratch = try Scratch()
    let path = scratch.folder.appendingPathComponent("state/last-run.json").path
    try SavedRun(of: trainer, experiment).write(to: path)
    var resumed = try SavedRun.read(from: path)
    experiment.lesson = []
    #expect(resumed.opened.experiment == experiment && resumed.opened.dataset == dataset)
    for _ in 0..<50 {
      trainer.step()
      resumed.trainer.step()
    }
    #expect(resumed.trainer.network == trainer.network && resumed.trainer.updates == 100)
  }

  /// New weights come from another seed; the data stay as they were.
  @Test func theDataStayAsTheyWere() throws {
    var (experiment, dataset) = try Self.opened("spiral")
    experiment.seed = 99
    let trainer = experiment.trainer(for: try experiment.learningData(from: dataset))
    let scratch = try Scratch()
    let path = scratch.folder.appendingPathComponent("state/last-run.json").path
    try SavedRun(of: trainer, experiment).write(to: path)
    let resumed = try SavedRun.read(from: path)
    #expect(resumed.opened.dataset == dataset && resumed.opened.experiment.seed == 99)
  }

  @Test func whatIsMissingOrDamagedIsSaid() throws {
    let scratch = try Scratch()
    let path = scratch.folder.appendingPathComponent("state/last-run.json").path
    #expect(throws: Mistake(.noSavedRun)) { try SavedRun.read(from: path) }
    let (experiment, dataset) = try Self.opened("xor")
    let trainer = experiment.trainer(for: try experiment.learningData(from: dataset))
    try SavedRun(of: trainer, experiment).write(to: path)
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    for damaged in ["", "{}", String(whole.prefix(200)), whole.replacing("\"sizes\":[2", with: "\"sizes\":[3")] {
      try damaged.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: Mistake(.damagedRun, at: .file(path))) { try SavedRun.read(from: path) }
    }
  }

  private static func opened(_ name: String) throws -> (Experiment, Dataset) {
    let opened = try Experiment.open(source: name)
    return (opened.experiment, opened.dataset)
  }
}
