import ArgumentParser
import Foundation
import LinearAlgebra

Heap.returnLargeBlocks()

// What is opened later must not take the place of a stream that whoever started the program has closed.
for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) < 0 { _ = open("/dev/null", O_RDWR) }
// A file that may not grow is an error to be told, and not the end.
signal(SIGXFSZ, SIG_IGN)
// An interrupt ends the program at once; files are replaced only when they are whole.
signal(SIGINT) { _ in _exit(Failure.interrupted) }
do {
  var command = try Descent.parseCommand()
  try command.run()
} catch let code as ExitCode {
  exit(code.rawValue)
} catch {
  let status = Failure.status(for: error)
  if status == 0 { Descent.exit(withError: error) }
  Failure.report(error)
  exit(status)
}
