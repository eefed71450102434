using System.Diagnostics;

namespace Tidemark.Testing.Databases;

/// <summary>Stops a test's server and deletes its folder once the test process is gone, however it ended: a killed one cannot do it itself.</summary>
internal static class CleanUp
{
    // Its standard input is a pipe from this process: it ends when the process does.
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
        // Kept: were it collected, its pipe would close and the server stop under the tests.
        lock (Watchers) Watchers.Add(watcher);
    }
}
