import Experiments
import NeuralNetwork
import Session

/// An action by name, for the command palette.
public struct Command: Sendable {
  public let name: String
  /// The key that does the same, if there is one.
  public let key: String?
  public let action: Action

  /// Every action that has a key, then each setting's next and previous choice.
  static let all: [Command] =
    KeyMap.standard.bindings.filter(\.isCommand).map {
      Command(name: $0.help, key: $0.label, action: $0.action)
    }
    + Setting.allCases.flatMap { setting in
      [
        Command(name: "\(setting.label): next choice", key: nil, action: .change(setting, by: 1)),
        Command(name: "\(setting.label): previous choice", key: nil, action: .change(setting, by: -1)),
      ]
    } + [
      Command(name: "check the gradient against differences", key: nil, action: .session(.checkGradient)),
      Command(name: "moving signals on, off", key: nil, action: .network(.toggleMotion)),
      Command(name: "previous axes of the error surface", key: nil, action: .changeAxes(by: -1)),
      Command(
        name: "mark these weights as the beginning of a barrier", key: nil, action: .session(.surface(.markWeights))),
    ]

  /// The commands whose names have all the typed words in them.
  static func matching(_ typed: String) -> [Command] {
    let words = typed.lowercased().split(separator: " ")
    return all.filter { command in words.allSatisfy { command.name.lowercased().contains($0) } }
  }
}
