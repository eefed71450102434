using System.Globalization;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Formatting;
using Tidemark.Grafana.Lint.Rules;

namespace Tidemark.Grafana.Lint;

/// <summary><c>check [bundle]</c> says what is wrong with the bundle; <c>format [bundle]</c> rewrites its dashboards in the one format.</summary>
internal static class LintCommand
{
    private const string Usage =
        "Usage: check [bundle] | format [bundle]; the bundle is the directory with dashboards and provisioning, ./grafana unless given.";

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = args.Length > 1 ? args[1] : "grafana";
        if (args is not ["check" or "format", ..] || !Directory.Exists(Path.Combine(root, "dashboards")))
        {
            error.WriteLine(Usage);
            return 2;
        }

        var bundle = BundleReader.Read(root);
        return args[0] == "format" ? Format(bundle, output) : Check(bundle, output);
    }

    private static int Check(Bundle bundle, TextWriter output)
    {
        var findings = Linter.Check(bundle)
            .Concat(Unformatted(bundle).Select(file => new Finding("format", file.Path, "file", "is not formatted; run the format command")))
            .ToArray();
        foreach (var finding in findings)
            output.WriteLine(finding);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{bundle.Dashboards.Count} dashboards, {bundle.Queries.Count()} queries, {bundle.AlertRules.Count()} alert rules: {findings.Length} findings"));
        return findings.Length == 0 ? 0 : 1;
    }

    private static int Format(Bundle bundle, TextWriter output)
    {
        foreach (var file in Unformatted(bundle))
        {
            File.WriteAllText(Path.Combine(bundle.Root, file.Path), DashboardFormatter.Format(file.Root));
            output.WriteLine($"{file.Path} formatted");
        }

        return 0;
    }

    private static IEnumerable<BundleFile> Unformatted(Bundle bundle) =>
        bundle.Dashboards.Select(dashboard => dashboard.File).Where(file => DashboardFormatter.Format(file.Root) != file.Text);
}
