namespace Tidemark.Collector.IntegrationTests.Publish.Browser;

/// <summary>Needs the distribution's Chromium; skipped if it is not installed, except on build servers, where it fails.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        var isBuildServer = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
        if (Chromium.Executable is null && !isBuildServer) Skip = "There is no Chromium here: apt-get install chromium.";
    }
}
