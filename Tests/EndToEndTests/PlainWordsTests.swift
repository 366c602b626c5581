import Foundation
import Experiments
import Session
import Testing

@testable import descent

/// The commands of the prompt, by themselves.
struct PlainWordsTests {
  @Test func everyFormInTheListIsUnderstood() {
    for (form, words) in PlainCommand.list {
      #expect((try? PlainCommand.parse(form).get()) != nil, "\(form)")
      #expect(PlainCommand.knows(String(form.prefix { $0 != " " })), "\(form): in a lesson it is no answer")
      #expect(!words.isEmpty && !words.hasSuffix("."))
    }
  }

  @Test(
    arguments: [
      ("trian", "train"), ("stpe", "step"), ("setings", "settings"), ("wieghts", "weights"), ("hlep", "help"),
      ("reprot", "report"), ("previus", "previous"), ("smaple", "sample"), ("unsael", "unseal"), ("Quiit", "quit"),
    ])
  func aSlipGetsTheNearestName(line: String, name: String) {
    guard case .failure(let refusal) = PlainCommand.parse(line) else { return #expect(Bool(false), "\(line)") }
    #expect(refusal.words == "there is no command “\(line)”; did you mean \(name)?")
  }

  @Test(
    arguments: [
      "train x", "train 0", "train 10 fortnights", "step 0", "step up", "go", "go -1", "set", "set a", "show", "why",
      "what", "sample x", "sample -1", "try", "try a", "flip", "walk", "walk north", "walk left x", "place 1",
      "place a b",
      "frobnicate",
    ])
  func whatIsNotUnderstoodIsSaidInOneLine(line: String) {
    guard case .failure(let refusal) = PlainCommand.parse(line) else { return #expect(Bool(false), "\(line)") }
    #expect(!refusal.words.isEmpty && !refusal.words.contains("\n"))
  }

  /// A weight is called by the units that it joins, as a file calls it, or by what it comes from where that is enough.
  @Test(
    arguments: [
      ("x1 -> h1", "x1 → h1"), ("X1→H1", "x1 → h1"), ("x2 h1", "x2 → h1"), ("bias of h2", "bias of h2"),
      ("h2 bias", "bias of h2"), ("b h2", "bias of h2"), ("layers.1.weight[0][1]", "h2 → y"), ("h1", "h1 → y"),
    ])
  func weightsAreSetByName(typed: String, name: String) throws {
    for form in ["set \(typed) 0.25", "set \(typed) = 0.25", "set \(typed)=0.25"] {
      let lines = try told("xor4", form, "weights")
      #expect(lines.count { $0.hasPrefix("\(name): 0.25") } == 2, "\(form): \(lines)")
    }
  }

  @Test func whatIsNoWeightIsSaid() throws {
    let lines = try told(
      "xor4", "set x1 -> h9 1", "set x1 -> h1 abc", "set h1 nan", "why h1 zz", "flip 1", "slope", "fog 1")
    #expect(lines.contains { $0.contains("there is no setting “x1”") })
    #expect(lines.contains("a weight is a number, not “abc”.") && lines.contains("a weight is a number, not “nan”."))
    #expect(lines.contains("only a Hopfield network settles."))
  }

  @Test func samplesAreLookedAtAndAllListed() throws {
    let lines = try told("xor4", "sample 2", "sample next", "sample worst", "rows", "try 1 0", "try 1")
    #expect(lines.contains { $0.hasPrefix("x1 1, x2 0; target 1; answer ") })
    #expect(lines.count { $0.hasPrefix("Row ") } == 4)
    #expect(lines.contains { $0.hasPrefix("To x1 1, x2 0 it answers ") })
    #expect(lines.contains("it takes 2: x1, x2."))
  }

  @Test func tablesPicturesAndClassesAreTold() throws {
    let iris = try told("iris", "train 30", "columns", "classes", "health", "picture")
    #expect(iris.contains { $0.contains("petal") } && iris.contains { $0.hasPrefix("Training: of ") })
    #expect(iris.count { $0.hasPrefix("Layer ") } == 2 && iris.contains("there is no picture here."))
    let curve = try told("iris", "curve", "train 40", "curve")
    #expect(curve.contains("there is no curve yet: train, or step.") || curve.count { $0.hasPrefix("Update 0: ") } == 2)
    #expect(curve.contains { $0.hasPrefix("Update 840: training cost ") && $0.contains(", test cost ") })
    #expect(curve.contains { $0.hasPrefix("The lowest test cost: ") })
    let digits = try told("digits", "picture", "sample next")
    #expect(digits.count { $0.count == 8 && $0.allSatisfy { "#+.".contains($0) } } == 8)
  }

  @Test func whatSettlesIsToldUnitByUnit() throws {
    let lines = try told(
      "hopfield-letters", "picture", "flip 1,1", "disturb", "train 20", "why 1,1", "sample next", "trials")
    #expect(lines.contains { $0.hasPrefix("1,1 turned over: energy ") })
    #expect(lines.contains { $0 == "unit 1,1" } && lines.contains { $0.hasPrefix("ΔE = 2·s·h") })
    #expect(lines.contains { $0.contains("settlings: ") })
  }

  @Test func sequencesAreToldStepByStep() throws {
    let lines = try told("echo", "times", "why h1 2", "why h1 x", "set h1[t-1] -> h2 0.5", "sample next")
    #expect(lines.contains { $0.hasPrefix("Step 2: ") } && lines.contains("h1 at step 2"))
    #expect(lines.contains("h1[t-1] → h2: 0.5.") && lines.contains { $0.hasPrefix("nothing called “x”") })
  }

  @Test func surfacesAreWalkedInWords() throws {
    let fog = try told("fog", "slope", "walk left 3", "step", "fog", "surface")
    #expect(fog.contains { $0.hasPrefix("You stand at ") } && fog.contains { $0.hasPrefix("The cost rises by ") })
    #expect(fog.contains { $0.hasPrefix("The fog has lifted") })
    let bowl = try told("ravine", "surface", "place 1 1", "train 5 updates", "race", "train 3", "back")
    #expect(bowl.contains { $0.hasPrefix("Surface ") } && bowl.contains { $0.hasPrefix("Lowest near ") })
    #expect(bowl.contains { $0.hasPrefix("Step 3: cost ") } && bowl.contains { $0.hasPrefix("Step 2: cost ") })
  }

  @Test(
    arguments: [
      ("Press 5 for the arithmetic, ↓ until the line of cars is marked.", ["5"]),
      ("Press N until x1 is 1 and x2 is 0.", ["N"]),
      ("Press N for the next and B for the one before.", ["N", "B"]),
      ("Space runs and pauses, . and , change it.", ["Space", ".", ","]),
      ("Press :, write rate type, Enter.", [":"]), ("Each of 3 cars pays 5.", []),
      ("Press 1, ↓ to h2, 5, ↓ to b.", ["1", "5"]),
      ("In panel 1 each weight is a line.", ["1"]), ("On the map each corner is a sample.", ["3"]),
      ("See the cost in the top line, at train; the bottom line says so.", ["top", "bottom"]),
    ])
  func keysAreSeenInASentence(text: String, keys: [String]) { #expect(KeyWords.named(in: text) == keys) }
}

/// The same typed in a terminal.
struct PlainTerminalTests {
  @Test func aPromptIsAnsweredAndItsEndEndsIt() throws {
    let terminal = try PseudoTerminal([try TerminalSession.product("descent"), "xor4", "--plain"], columns: 120)
    try terminal.wait(for: "quit ends")
    terminal.type("step\n")
    try terminal.wait(for: "Epoch 0, update 1")
    terminal.send([4])
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.emulator.contains("The end.") && !terminal.emulator.contains("> The end."))
    #expect(terminal.emulator.modes == [25] && terminal.hasShellModes && terminal.emulator.questions.isEmpty)
  }

  @Test(arguments: ["", "train 1000000000\n"])
  func itIsInterrupted(line: String) throws {
    let terminal = try PseudoTerminal([try TerminalSession.product("descent"), "learn", "1", "--plain"], columns: 120)
    try terminal.wait(for: "Enter goes on")
    terminal.type(line)
    if !line.isEmpty { try terminal.wait(for: "Epoch 1,") }
    terminal.send([3])
    #expect(try terminal.waitForEnd() == .exited(130))
    #expect(terminal.emulator.modes == [25] && terminal.hasShellModes)
  }

  /// What was learned in lines is remembered as on the screen.
  @Test func theCourseRemembersIt() throws {
    let program = try TerminalSession.product("descent")
    let terminal = try PseudoTerminal([
      "sh", "-c", "printf '\\n\\n' | \(program) learn 2 --plain; \(program) learn --list | cut -f 1,5",
    ])
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(
      terminal.emulator.lines.contains { $0.hasPrefix("2") && $0.contains("step 2 of 12") },
      "\(terminal.emulator.lines)")
  }
}
