using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Dashboards;

/// <summary>Dashboards refresh by themselves, and one second may be chosen: an interval that is not listed is rounded to one that is.</summary>
internal sealed class DashboardRefresh : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var dashboard in bundle.Dashboards)
        {
            var refresh = dashboard.Json.Text("refresh") ?? "";
            var offered = dashboard.Json.At("timepicker").Items("refresh_intervals").Select(JsonReading.AsText).ToArray();
            if (!offered.Contains("1s") || !offered.Contains("5s"))
                yield return new Remark(dashboard.File.Path, "timepicker", "does not offer 1s and 5s");
            if (!offered.Contains(refresh))
                yield return new Remark(dashboard.File.Path, "refresh", $"is \"{refresh}\", which timepicker.refresh_intervals does not list");
        }
    }
}
