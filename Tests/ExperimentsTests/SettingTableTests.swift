import Datasets
import Foundation
import LinearAlgebra
import ScratchFolder
import Testing

@testable import Experiments

/// What holds of every setting of the table.
@Suite struct SettingTableTests {
  /// Values drawn from the domain of a setting, as an experiment takes them.
  private func drawn(_ setting: Setting, count: Int = 40) throws -> [(value: SettingValue, experiment: Experiment)] {
    var stream = RandomStream(seed: 9, purpose: .search)
    return try (0..<count).map { _ in
      let experiment = try setting.changing(
        Self.base, to: setting.shape.sample(from: &stream, length: setting == .activation ? 2 : nil))
      return (setting.value(in: experiment), experiment)
    }
  }

  static let base = Experiment(name: "base", source: .generator(.circle))

  @Test(arguments: Setting.all) func aValueIsWhatItWasWrittenAs(setting: Setting) throws {
    for (value, experiment) in try drawn(setting) {
      #expect(try setting.changing(Self.base, to: value) == experiment, "seed 9: \(value)")
    }
  }

  @Test(arguments: Setting.all) func filesAndOptionsRoundTrip(setting: Setting) throws {
    for (value, experiment) in try drawn(setting) {
      var reader = SettingsReader(experiment: Experiment(name: "base", source: .generator(.xor)), folder: "")
      reader.read(experiment.demoFile, file: "base.yaml")
      #expect(reader.mistakes == [] && reader.experiment == experiment, "seed 9: \(value)")
      var option = SettingsReader(experiment: Self.base, folder: "")
      option.read(assignment: "\(setting.key)=\(value.node.flow)")
      #expect(option.mistakes == [] && option.experiment == experiment, "seed 9: \(value)")
      let change = SettingChange(key: setting.key, value: value.node.flow)
      #expect(try Self.base.applying([change]) == experiment, "seed 9: \(value)")
    }
  }

  @Test(arguments: Setting.all) func typingRoundTrips(setting: Setting) throws {
    for (value, experiment) in try drawn(setting) {
      #expect(try setting.changing(Self.base, toTyped: value.typed) == experiment, "seed 9: \(value.typed)")
    }
  }

  @Test(arguments: Setting.all) func objectsRoundTrip(setting: Setting) throws {
    for (value, experiment) in try drawn(setting) {
      let json = try JSONEncoder().encode(experiment.settingsObject)
      let settings = try JSONDecoder().decode([String: SettingValue].self, from: json)
      var back = try Experiment(name: "base", settings: settings)
      back.recipe.seed = experiment.recipe.seed
      #expect(back == experiment, "seed 9: \(value)")
    }
  }

  /// Up and down again is where it was, and no step leads out of the domain.
  @Test(arguments: Setting.all) func keysStepThroughTheChoices(setting: Setting) throws {
    for choice in setting.choices.values where setting != .units && setting != .activation {
      let experiment = try setting.changing(Self.base, to: choice)
      #expect(setting.value(in: experiment) == choice)
      for step in [1, -1] {
        guard let next = setting.stepped(experiment, by: step) else {
          #expect(choice == (step > 0 ? setting.choices.values.last : setting.choices.values.first))
          continue
        }
        #expect(setting.choices.values.contains(setting.value(in: next)))
        let back = try #require(setting.stepped(next, by: -step))
        #expect(setting.value(in: back) == choice && (setting.isDerived || back == experiment), "\(choice)")
      }
    }
    for (value, experiment) in try drawn(setting) {
      guard let next = setting.stepped(experiment, by: 1), case .ordered = setting.choices else { continue }
      let (old, new) = (setting.effectiveValue(in: experiment), setting.value(in: next))
      guard let old = old.number, let new = new.number else { continue }
      #expect(new > old, "seed 9: \(value)")
    }
  }

  @Test(arguments: Setting.all) func eachIsNamedAndExplained(setting: Setting) {
    #expect(!setting.label.isEmpty && setting.label.count <= 15, "the panel's column")
    #expect(setting.meaning.count > 10 && setting.meaning.first?.isUppercase == false)
    #expect(Setting.all.filter { $0.label == setting.label }.count == 1)
    #expect(Setting.all.filter { $0.key == setting.key }.count == 1)
    #expect(Setting(key: setting.key) == setting && Setting.grouped.contains(setting))
  }

  /// Whichever way it comes in, what is outside of the limits is refused.
  @Test(arguments: Setting.all) func limitsAreTheSameEverywhere(setting: Setting) throws {
    for value in setting.shape.outside {
      #expect(throws: Mistake.self) { try setting.changing(Self.base, to: value) }
      // A share above 1 is in percent.
      let isTypedShare = setting.unit == .share && value.number.map { $0 > 1 && $0 <= 100 } == true
      if !isTypedShare {
        #expect(throws: TypingMistake.self) { try setting.changing(Self.base, toTyped: value.typed) }
      }
      var settings = Self.base.settingsObject
      settings[setting.key] = value
      #expect(throws: Mistake.self) { try Experiment(name: "base", settings: settings) }
      var reader = SettingsReader(experiment: Self.base, folder: "")
      reader.read("\(setting.key): \(value.node.flow)", file: "base.yaml")
      #expect(reader.mistakes.count == (isTypedShare ? 0 : 1), "\(value)")
      reader.read(assignment: "\(setting.key)=\(value.node.flow)")
      #expect(reader.mistakes.count == (isTypedShare ? 0 : 2), "\(value)")
    }
  }
}

@Suite struct NumeralTests {
  @Test(
    arguments: [
      ("0.3", "0.3"), ("0,3", "0.3"), ("1/4", "0.25"), ("1e-3", "1e-3"), ("−3", "-3"), (" 2 ", "2"), ("−1/2", "-0.5"),
      ("1,5/3", "0.5"), ("0,125", "0.125"), ("1,000", nil), ("1,2,3", nil), ("1/0", nil), ("fast", nil), ("", nil),
      ("nan", nil), ("inf", nil), ("0x10", nil), ("1/2/3", nil), ("--1", nil),
    ] as [(String, String?)])
  func aNumberIsReadAsItIsTyped(text: String, digits: String?) { #expect(Numeral.digits(text) == digits) }

  @Test(
    arguments: [
      (.learningRate, "1/8", .number("0.125")), (.learningRate, "0,5", .number("0.5")),
      (Setting(key: "data.train")!, "70 %", .number("0.7")), (Setting(key: "data.train")!, "70", .number("0.7")),
      (Setting(key: "data.train")!, "3/4", .number("0.75")), (.noise, "5%", .number("5")),
      (Setting(key: "data.samples")!, "1e3", .number("1000")), (.units, "8-4", .list([.number("8"), .number("4")])),
      (.units, "8, 4", .list([.number("8"), .number("4")])), (.units, "none", .list([])), (.batch, "all", .text("all")),
      (.shuffle, "off", .flag(false)), (.optimizer, "Adam", .text("adam")), (.speed, "5/s", .number("5")),
      (.dropout, "0,5", .number("0.5")), (.dropout, "0.5 0", .list([.number("0.5"), .number("0")])),
      (.activation, "tanh, relu", .list([.text("tanh"), .text("relu")])), (.clipping, "none", .text("none")),
      (.inputs, "x1 x2 sin(x1)", .list([.text("x1"), .text("x2"), .text("sin(x1)")])),
    ] as [(Setting, String, SettingValue)])
  func valuesAreReadAsTheyAreTyped(setting: Setting, text: String, value: SettingValue) throws {
    #expect(setting.value(typed: text) == value)
    _ = try setting.changing(SettingTableTests.base, toTyped: text)
  }

  @Test(
    arguments: [
      (.learningRate, "2e6", "learning rate takes a rate above 0 and up to 1000000, such as 0.03, not \"2e6\""),
      (.batch, "few", "batch takes a whole number of samples from 1, or all, such as 20, not \"few\""),
      (.optimizer, "adm", "optimizer: there is no optimizer \"adm\"; did you mean adam?"),
      (.units, "8x", "units takes a list of whole numbers, such as 8-8, not \"8x\""),
    ] as [(Setting, String, String)])
  func aRefusalNamesTheFormThatWorks(setting: Setting, text: String, words: String) {
    let mistake = #expect(throws: TypingMistake.self) {
      try setting.changing(SettingTableTests.base, toTyped: text)
    }
    #expect(mistake?.description == words)
  }
}
