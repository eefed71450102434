using System.Runtime.CompilerServices;
using Tidemark.Instrumentation.Tests.Support;

namespace Tidemark.Instrumentation.Tests;

public sealed class PublicApiTests
{
    /// <summary>
    /// A difference is either a mistake or a decision. For a decision, run the tests with TIDEMARK_ACCEPT_PUBLIC_API=1 and
    /// commit the file.
    /// </summary>
    [Fact]
    public void PublicApi_OfTheAssembly_IsAsRecorded()
    {
        var file = Path.Combine(Path.GetDirectoryName(ThisFile())!, "PublicApi.txt");
        var actual = string.Join('\n', ApiText.Of(typeof(TidemarkClient).Assembly)) + '\n';
        if (Environment.GetEnvironmentVariable("TIDEMARK_ACCEPT_PUBLIC_API") == "1")
            File.WriteAllText(file, actual);

        Assert.Equal(File.ReadAllText(file), actual);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
