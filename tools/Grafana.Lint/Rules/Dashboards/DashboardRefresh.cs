using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Dashboards;

/// <summary>
/// Dashboards refresh by themselves, every ten seconds at most unless they are live: when queries take longer than that, Grafana
/// cancels them and asks again. One second may be chosen; an interval that is not listed is rounded to one that is.
/// </summary>
internal sealed class DashboardRefresh : IRule
{
    private const string Live = "tidemark-live";

    private static readonly string[] TooOften = ["1s", "5s"];

    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var dashboard in bundle.Dashboards)
        {
            var refresh = dashboard.Json.Text("refresh") ?? "";
            var offered = dashboard.Json.At("timepicker").Items("refresh_intervals").Select(JsonReading.AsText).ToArray();
            if (!offered.Contains("1s") || !offered.Contains("5s"))
                yield return new Remark(dashboard.File.Path, "timepicker", "does not offer 1s and 5s");
            if (TooOften.Contains(refresh) && dashboard.Uid != Live)
                yield return new Remark(dashboard.File.Path, "refresh", $"is {refresh}; only the dashboard {Live} refreshes so often");
            if (!offered.Contains(refresh))
                yield return new Remark(dashboard.File.Path, "refresh", $"is \"{refresh}\", which timepicker.refresh_intervals does not list");
        }
    }
}
