namespace Tidemark.Collector.IntegrationTests.Publish.Browser;

/// <summary>Needs the distribution's Chromium; skipped where it is not installed. <c>.ci/run</c> installs it.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Executable is null) Skip = "There is no Chromium here: apt-get install chromium.";
    }
}
