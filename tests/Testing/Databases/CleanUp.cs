using System.Diagnostics;

namespace Tidemark.Testing.Databases;

/// <summary>Stops a test's server and deletes its folder after the test process has ended, even if it was killed.</summary>
internal static class CleanUp
{
    // Its standard input is a pipe from this process, which closes when the process ends.
    private const string Script =
        """
        trap '' INT TERM HUP
        cat >/dev/null
        file=$1/pg/data/postmaster.pid
        if read -r pid <"$file"; then
          kill -QUIT "$pid"
          tries=0
          while [ -e "$file" ] && [ "$tries" -lt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
        fi 2>/dev/null
        rm -rf "$1"
        """;

    private static readonly List<Process> Watchers = [];

    public static void AfterThisProcess(string directory)
    {
        var watcher = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", directory]) { RedirectStandardInput = true })!;
        // Kept alive: if it were collected, its pipe would close and stop the server during the tests.
        lock (Watchers) Watchers.Add(watcher);
    }
}
