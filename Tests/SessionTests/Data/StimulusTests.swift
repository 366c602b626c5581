import Datasets
import Experiments
import Testing
import Training

@testable import Session

/// What excites the units of a network of pictures.
struct StimulusTests {
  private func run(_ updates: Int = 60) throws -> Run {
    let opened = try Experiment.open(source: "digits")
    var run = try Run(opened.experiment, dataset: opened.dataset)
    run.train(updates: updates)
    return run
  }

  private func z(_ run: Run, _ picture: [Float], _ layer: Int, _ unit: Int) -> Float {
    run.trainer.network.weightedInput(layer: layer, unit: unit, at: run.trainer.data.inputTransform(picture)).z
  }

  /// The picture found excites more than any sample of the training part, is within the pixels' range, and is the same again.
  @Test func climbsAboveEverySample() throws {
    let run = try run()
    let range = PixelRange(of: run)
    for (layer, unit) in [(0, 0), (0, 9), (1, 0), (1, 3), (1, 8)] {
      let found = try #require(Stimulus(of: run, layer: layer, unit: unit))
      let picture = try #require(found.picture)
      #expect(picture.count == 64 && picture.allSatisfy { $0 >= range.low && $0 <= range.high })
      let samples = run.trainer.data.trainingRows.map { z(run, Array(run.dataset.inputs.row($0)), layer, unit) }
      #expect(z(run, picture, layer, unit) > samples.sorted()[samples.count * 9 / 10], "layer \(layer), unit \(unit)")
      #expect(Stimulus(of: run, layer: layer, unit: unit) == found)
    }
  }

  /// The samples are those with the greatest activations, in order.
  @Test func theStrongestSamples() throws {
    let run = try run()
    let found = try #require(Stimulus(of: run, layer: 0, unit: 4, rows: 5))
    let data = run.trainer.data
    let all = run.trainer.network.activations(ofLayer: 0, unit: 4, for: data.training.inputs)
    #expect(found.looked == data.training.count && found.lowest == all.min())
    #expect(found.rows.map(\.activation) == Array(all.sorted(by: >).prefix(5)))
    for one in found.rows { #expect(all[data.trainingRows.firstIndex(of: one.row)!] == one.activation) }
  }

  /// Pixels that never change stay as they are.
  @Test func emptyCornersStayEmpty() throws {
    let run = try run()
    let rows = run.trainer.data.trainingRows.prefix(200)
    let still = (0..<64).filter { pixel in rows.allSatisfy { run.dataset.inputs[$0, pixel] == 0 } }
    #expect(!still.isEmpty)
    let picture = try #require(Stimulus(of: run, layer: 1, unit: 2)?.picture)
    #expect(still.allSatisfy { picture[$0] == 0 })
  }

  @Test func rowsThatAreNoPicturesHaveNone() throws {
    let opened = try Experiment.open(source: "iris")
    #expect(Stimulus(of: try Run(opened.experiment, dataset: opened.dataset), layer: 0, unit: 0) == nil)
  }
}
