namespace Tidemark.Collector.IntegrationTests.Publish.Browser;

/// <summary>Needs the distribution's Chromium; skipped where it is not installed, and on build servers.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Skip = "Browsers are not run on build servers (CI is set).";
        else if (Chromium.Executable is null) Skip = "There is no Chromium here: apt-get install chromium.";
    }
}
