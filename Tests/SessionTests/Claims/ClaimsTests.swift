import Experiments
import Foundation
import Testing

/// Every claim of the demos and their lessons, compared with what the engine does.
@Suite struct ClaimsTests {
  /// The names of all demos in the package.
  static let demos: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../demos").standardized
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func thereAreDemos() { #expect(Self.demos.count > 20) }

  @Test(arguments: Claim.all) func theEngineDoes(what claim: Claim) throws {
    var play = try Play(claim.demo)
    try claim.check(&play)
  }

  /// A sentence that says a number, or how something goes, has a claim here.
  @Test(arguments: demos) func everySentenceIsCovered(of demo: String) throws {
    let covered = Set(Claim.all.filter { $0.demo == demo }.map { $0.sentence })
    let sentences = try Experiment.load(source: demo).sentences
    for sentence in sentences where ClaimWords.occur(in: sentence) {
      #expect(covered.contains(sentence), "no claim covers this sentence of \(demo)")
    }
    #expect(covered.subtracting(sentences) == [], "\(demo) does not say this any more")
  }

  @Test func everyClaimIsOfADemo() {
    #expect(Set(Claim.all.map { $0.demo }).subtracting(Self.demos) == [])
  }

  @Test func aSentenceIsSplitAndLookedAt() {
    var experiment = Experiment(name: "some", source: .generator(.circle))
    experiment.summary = "The cost is 0.5 at the end. It stays there! Why?"
    #expect(experiment.sentences == ["The cost is 0.5 at the end.", "It stays there!", "Why?"])
    #expect(experiment.sentences.map(ClaimWords.occur) == [true, true, false])
  }
}
