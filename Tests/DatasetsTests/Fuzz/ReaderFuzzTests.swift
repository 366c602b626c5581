import Foundation
import LinearAlgebra
import ScratchFolder
import Testing

@testable import Datasets

/// Damaged files of every form: each is read soundly or refused in one line, and the same way each time.
struct ReaderFuzzTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(arguments: FuzzedForm.tables + FuzzedForm.arrays)
  func damagedFiles(_ form: FuzzedForm) throws {
    for beside in ["f-labels-idx1-ubyte"] { _ = try scratch.file(beside, [0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 0, 1]) }
    for seed in 1...UInt64(Damage.cases) {
      var damage = Damage(seed: seed, words: form.words)
      let path = try scratch.file(form.file, damage.damaged(form.bytes))
      try expectSound(path, "\(form.name), seed \(seed)")
    }
  }

  @Test(arguments: FuzzedForm.tables)
  func everyBeginningOfAFile(_ form: FuzzedForm) throws {
    for length in 0...form.bytes.count {
      try expectSound(
        try scratch.file(form.file, Array(form.bytes.prefix(length))), "\(form.name), \(length) bytes")
    }
  }

  private func expectSound(_ path: String, _ comment: Comment) throws {
    let recipe = DataRecipe(source: .file(path: path))
    let outcomes = (0..<2).map { _ in
      do throws(DataError) { return Result<Dataset, DataError>.success(try recipe.load()) } catch {
        return Result<Dataset, DataError>.failure(error)
      }
    }
    #expect(outcomes[0] == outcomes[1], comment)
    switch outcomes[0] {
    case .failure(let error): expectOneLine(error, comment)
    case .success(let data): try expectWhole(data, recipe, comment)
    }
  }

  private func expectOneLine(_ error: DataError, _ comment: Comment) {
    for text in [error.description.replacing(scratch.folder.path, with: ""), error.hint ?? ""] {
      #expect(!text.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }, comment)
      #expect(text.count < 250, "\(comment): \(text)")
    }
  }

  private func expectWhole(_ data: Dataset, _ recipe: DataRecipe, _ comment: Comment) throws {
    #expect(data.inputs.elements.allSatisfy { $0.isFinite }, comment)
    #expect(data.inputNames.allSatisfy { !$0.unicodeScalars.contains { $0.value < 32 } }, comment)
    switch data.labels {
    case .classes(let classes, let names):
      #expect(names.count > 1 && classes.allSatisfy(names.indices.contains), comment)
    case .values(let values): #expect(values.allSatisfy { $0.isFinite }, comment)
    }
    let table = try #require(data.table, comment)
    #expect(table.rowsKept == data.count && table.inputs == data.inputNames, comment)
    #expect(throws: Never.self, comment) { try JSONSerialization.jsonObject(with: Data(table.json.utf8)) }
    #expect(!table.text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" }, comment)
    do throws(DataError) {
      let made = try data.prepared(for: recipe, coding: data.classNames == nil ? .value : .oneHot)
      #expect(made.training.count + made.test.count == data.count, comment)
    } catch { expectOneLine(error, comment) }
  }
}

/// Damage below the readers: what is packed, drawings, sequences.
struct PiecesFuzzTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Bits at random are a stream of each kind of block now and then; they never unpack to more than the limit.
  @Test func randomBitsAsPackedData() {
    for seed in 1...UInt64(Damage.cases * 10) {
      var random = RandomStream(seed: seed, purpose: .search)
      let bytes = (0..<1 + random.integer(below: 60)).map { _ in UInt8(random.integer(below: 256)) }
      let unpacked = try? Inflate.inflate(bytes, limit: 4096)
      #expect((unpacked ?? []).count <= 4096, "seed \(seed)")
    }
  }

  @Test func damagedSequencesAndDrawings() throws {
    let sequences = Array("sequence,time,x,y\na,1,0.5,p\na,2,0.25,q\nb,1,1,p\nb,2,7,q\n".utf8)
    let drawings = Array("A:\n#.#\n.#.\n\nB:\n...\n###\n".utf8)
    let words = [",", "\n", "#", ".", "A:", "a,1,", "1e99", "\"", "é", "\u{0}", "b,2"].map { Array($0.utf8) }
    for seed in 1...UInt64(Damage.cases) {
      var damage = Damage(seed: seed, words: words)
      let path = try scratch.file("s.csv", damage.damaged(sequences))
      do throws(DataError) { _ = try SequenceFile(path: path).read() } catch { expectOneLine(error, seed) }
      let drawing = try scratch.file("p.txt", damage.damaged(drawings))
      do throws(DataError) { _ = try PatternFile(path: drawing).read() } catch { expectOneLine(error, seed) }
    }
  }

  private func expectOneLine(_ error: DataError, _ seed: UInt64) {
    #expect(!error.description.unicodeScalars.contains { $0.value < 32 }, "seed \(seed)")
  }
}
