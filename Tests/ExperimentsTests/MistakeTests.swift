import Experiments
import LinearAlgebra
import ScratchFolder
import Testing

struct MistakeTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The mistakes of a file as lines, without the path before its name.
  private func mistakes(_ text: String) throws -> [String] {
    try Experiment.mistakes(inFile: scratch.file("d.yaml", text)).map { mistake in
      let line = mistake.description.replacing(scratch.folder.path + "/", with: "")
      return mistake.hint.map { "\(line); \($0)" } ?? line
    }
  }

  @Test(
    arguments: [
      ("rate: 1", "1:1: there is no setting \"rate\"; did you mean optimizer.rate?"),
      ("tilte: x", "1:1: there is no setting \"tilte\"; did you mean title?"),
      ("network:\n  hiden: [2]", "2:3: there is no setting \"network.hiden\"; did you mean network.hidden?"),
      ("data: {source: spirl}", "1:16: there is no data set \"spirl\"; did you mean spiral?"),
      ("cost: quadratc", "1:7: there is no cost \"quadratc\"; did you mean quadratic?"),
      ("optimizer: {name: adm}", "1:19: there is no optimizer \"adm\"; did you mean adam?"),
      ("network: {activation: tahn}", "1:23: there is no activation \"tahn\"; did you mean tanh?"),
      ("network: {activation: [tanh, foo]}", nil),
      ("regularization: {kind: l3}", "1:24: there is no regularization \"l3\"; did you mean L1?"),
      ("view: overvew", "1:7: there is no view \"overvew\"; did you mean overview?"),
      ("surface: {axes: ravin}", "1:17: no surface has the axes \"ravin\"; did you mean ravine?"),
      ("seed: -1", "1:7: expected a whole number from 0 to 18446744073709551615, found -1"),
      ("seed: one", "1:7: expected a whole number from 0 to 18446744073709551615, found \"one\""),
      ("seed: \"1\"", "1:7: expected a whole number from 0 to 18446744073709551615, found \"1\""),
      ("data: {noise: 51}", "1:15: expected a number from 0 to 50, found 51"),
      ("data: {train: 0}", "1:15: expected a share above 0 and up to 1, found 0"),
      ("data: {samples: 2.5}", "1:17: expected a whole number from 1 to 1000000, found 2.5"),
      ("data: {inputs: []}", "1:16: expected at least one input, found none"),
      ("data: spiral", "1:7: expected settings (key: value), found \"spiral\""),
      ("data: {source: none.csv}", nil),
      ("network: {hidden: {a: 8}}", "1:19: expected a list of whole numbers, found settings"),
      ("network: {hidden: 8x}", "1:19: expected a whole number of units from 1 to 1024, found \"8x\""),
      ("network: {hidden: [0]}", "1:20: expected a whole number of units from 1 to 1024, found 0"),
      ("network: {hidden: [1,1,1,1,1,1,1]}", "1:19: expected at most 6 hidden layers, found 7"),
      ("network: {hidden: [2], activation: [tanh, tanh]}", "1:36: 2 activations are given for 1 hidden layer"),
      ("optimizer: {rate: 0}", "1:19: expected a rate above 0 and up to 1000000, found 0"),
      ("optimizer: {rate: 1e30}", "1:19: expected a rate above 0 and up to 1000000, found 1e30"),
      ("optimizer: {rate: .nan}", "1:19: expected a rate above 0 and up to 1000000, found \".nan\""),
      ("batch: 0", "1:8: expected a whole number of samples from 1, or all, found 0"),
      ("shuffle: maybe", "1:10: expected true or false, found \"maybe\""),
      ("title:", "1:7: expected text, found nothing"),
      ("speed: 0", "1:8: expected a number of updates a second above 0, or max, found 0"),
      ("network: {activation: softmax}", nil),
      ("cost: hellinger\nnetwork: {output: tanh}", nil),
      ("- 1", "1:1: expected settings (key: value), found a list"),
      ("a: [1\nb: }", nil),
      ("cost: huber\ncost: huber", "1:1: \"cost\" is given twice"),
    ] as [(String, String?)])
  func eachMistakeIsOneLine(_ text: String, _ line: String?) throws {
    let found = try mistakes(text)
    #expect(found.count == 1)
    if let line { #expect(found.first == "d.yaml:\(line)") }
    #expect(found.allSatisfy { $0.hasPrefix("d.yaml:") && !$0.contains("\n") })
  }

  @Test func allMistakesInTheOrderOfTheLines() throws {
    let found = try mistakes("lesson:\n  - say: x\n    rum: 3 epochs\nseed: x\ndata: {noise: 99, train: 900}")
    #expect(
      found.map { String($0.prefix { $0 != " " }) } == ["d.yaml:3:5:", "d.yaml:4:7:", "d.yaml:5:15:", "d.yaml:5:26:"])
  }

  @Test func ofCombinationsTheSettingIsNamedThatDoesNotFit() throws {
    let found = try mistakes("network: {output: tanh}\ncost: hellinger")
    #expect(found.first?.hasPrefix("d.yaml:2:7: hellinger needs outputs above 0") == true)
    let softmax = try mistakes("data: {source: plane}\nnetwork: {output: softmax}")
    #expect(softmax.first?.hasPrefix("d.yaml:2:19: softmax with one output") == true)
  }

  @Test(arguments: [
    ("optimizer.rate=fast", "expected a rate above 0 and up to 1000000, found \"fast\""),
    ("foo", "expected KEY=VALUE, found \"foo\""), ("=3", "expected KEY=VALUE, found \"=3\""),
    ("data.noise=", "expected a number from 0 to 50, found nothing"),
    ("network.hidden=[3", "not YAML: did not find expected ',' or ']'"),
    ("network.=3", "there is no setting \"network.\""),
    (".=3", "there is no setting \".\""),
  ])
  func optionsAreNamedAsTheyWereTyped(_ assignment: String, _ problem: String) throws {
    let mistake = #expect(throws: Mistake.self) { try Experiment.load(source: "xor4", sets: [assignment]) }
    #expect(mistake?.description == "--set \(assignment): \(problem)")
    #expect(mistake?.kind == .usage)
  }

  @Test(
    arguments: [
      ("none.yaml", .missing), ("none.csv", .missing), ("none", .missing), ("", .missing), ("a/b", .missing),
    ] as [(String, Mistake.Kind)])
  func whatIsNotThere(_ source: String, _ kind: Mistake.Kind) {
    let mistake = #expect(throws: Mistake.self) { try Experiment.open(source: source) }
    #expect(mistake?.kind == kind)
  }

  @Test func damageToADemoFileIsNeverACrash() throws {
    let text = Array(
      "data: {source: spiral, inputs: [x1, x2]}\nnetwork: {hidden: [8]}\nlesson:\n  - {say: x, run: 2 epochs}\n".utf8)
    var random = RandomStream(seed: 1, purpose: .search)
    for _ in 0..<300 {
      var damaged = text
      for _ in 0..<3 { damaged[random.integer(below: text.count)] = UInt8(random.integer(below: 128)) }
      let path = try scratch.file("f.yaml", damaged)
      do throws(Mistake) {
        for mistake in try Experiment.mistakes(inFile: path) { #expect(!mistake.description.contains("\n")) }
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test func filesThatAreNoDemos() throws {
    let files: [([UInt8], String)] = [
      ([0xFF, 0xFE, 0x00], "not UTF-8"), (Array(repeating: 0x23, count: 2 << 20), "1 MiB"),
    ]
    for (text, part) in files {
      let path = try scratch.file("x.yaml", text)
      let mistake = #expect(throws: Mistake.self) { try Experiment.open(source: path) }
      #expect(mistake?.description.contains(part) == true)
    }
    let nested = try mistakes(String(repeating: "[", count: 100_000))
    #expect(nested.count == 1)
  }

  @Test func aBombOfAliasesIsHarmless() throws {
    let rows = (1...30).map { "k\($0): &k\($0) [*k\($0 - 1), *k\($0 - 1)]" }
    #expect(try mistakes((["k0: &k0 x"] + rows).joined(separator: "\n")) == ["d.yaml: not YAML: too many aliases"])
    let wide = (1...3).map { "k\($0): &k\($0) [*k\($0 - 1), *k\($0 - 1), *k\($0 - 1), *k\($0 - 1)]" }
    #expect(try mistakes((["k0: &k0 x"] + wide + ["lesson: [{set: {title: *k3}}]"]).joined(separator: "\n")).count == 5)
  }

  @Test func textFromFilesCannotCommandTheTerminal() throws {
    let found = try mistakes("\"a\\e[31mb\": 1\ntitle: \"x\\e]0;y\\a\"")
    #expect(found.allSatisfy { !$0.unicodeScalars.contains { $0.value < 32 } })
    let experiment = try Experiment.load(source: scratch.file("t.yaml", "title: \"x\\e]0;y\\a\""))
    #expect(experiment.title == "x]0;y")
  }
}
