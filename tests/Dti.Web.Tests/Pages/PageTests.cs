using System.Net;
using System.Text.RegularExpressions;
using Dti.Assessment.Submissions;

namespace Dti.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class PageTests(Site site)
{
    [Fact]
    public async Task A_number_that_could_be_two_is_shown_again_as_typed_and_nothing_is_saved()
    {
        string round = await site.Round();
        var officer = await site.SignIn(Role.Officer);
        await officer.Get($"/nhap-lieu/{round}/q2");

        await officer.Post($"/nhap-lieu/{round}/q2", ("v:1.1.opened", "12"), ("v:1.2", "12.5"));

        officer.Status.ShouldBe(HttpStatusCode.OK);
        officer.Page.ShouldContain("Không rõ là 12,5 hay 125");
        officer.ValueOf("v:1.2").ShouldBe("12.5");
        officer.ValueOf("v:1.1.opened").ShouldBe("12");
        (await site.Submission(round).Get()).Submission.Version.ShouldBe(0);
    }

    [Fact]
    public async Task Numbers_typed_the_Vietnamese_way_are_saved_as_what_they_mean()
    {
        string round = await site.Round();
        var officer = await site.SignIn(Role.Officer);
        await officer.Get($"/nhap-lieu/{round}/q2");

        await officer.Post($"/nhap-lieu/{round}/q2", ("v:1.1.opened", "1.250"), ("v:1.2", "2,5"));

        officer.Address.Query.ShouldBe("?da=luu");
        var submission = (await site.Submission(round).Get()).Submission;
        submission.CellOf("1.1.opened").Self!.Value.ShouldBe(InputValue.Of(1250));
        submission.CellOf("1.2").Self!.Value.ShouldBe(InputValue.Of(2.5));
        officer.Page.ShouldContain("tạm tính 1,25/5 điểm");
    }

    [Fact]
    public async Task Two_people_saving_one_form_lose_nothing()
    {
        string round = await site.Round();
        var officer = await site.SignIn(Role.Officer);
        var leader = await site.SignIn(Role.Leader);
        await officer.Get($"/nhap-lieu/{round}/q2");
        await leader.Get($"/nhap-lieu/{round}/q2");
        await officer.Post($"/nhap-lieu/{round}/q2", ("v:1.1.opened", "10"), ("v:1.1.listed", "20"));

        await leader.Post($"/nhap-lieu/{round}/q2", ("v:1.1.opened", "11"), ("v:1.2", "3"));

        leader.Page.ShouldContain("Phiếu vừa được lưu ở nơi khác");
        leader.ValueOf("v:1.1.opened").ShouldBe("11");
        leader.ValueOf("v:1.1.listed").ShouldBe("20");
        leader.ValueOf("v:1.2").ShouldBe("3");
        leader.Page.ShouldMatch("Người khác vừa lưu: <strong>10</strong>");

        await leader.Post($"/nhap-lieu/{round}/q2", ("v:1.1.opened", "11"), ("v:1.1.listed", "20"), ("v:1.2", "3"));
        var submission = (await site.Submission(round).Get()).Submission;
        submission.CellOf("1.1.opened").Self!.Value.ShouldBe(InputValue.Of(11));
        submission.CellOf("1.1.listed").Self.ShouldNotBeNull().By.ShouldBe("officer");
    }

    [Fact]
    public async Task A_citation_alone_is_evidence_and_the_leader_submits_once()
    {
        string round = await site.Round();
        await Submitted(round);

        var submission = (await site.Submission(round).Get()).Submission;
        submission.State.ShouldBe(SubmissionState.Submitted);
        submission.CellOf("1.1.listed").Evidence.ShouldHaveSingleItem().Citation.ShouldBe("808/QĐ-UBND, 05/06/2025: danh mục");
        submission.Receipts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_verifier_corrects_with_a_reason_and_accepts_the_rest()
    {
        string round = await site.Round();
        await Submitted(round);
        var verifier = await site.SignIn(Role.Verifier);
        (await verifier.Get("/tham-dinh")).ShouldContain($"/tham-dinh/{round}/{Site.Unit}/q2");
        string address = $"/tham-dinh/{round}/{Site.Unit}/q2";
        await verifier.Get(address);

        await verifier.Post(address, ("d:1.1.opened", "correct"), ("v:1.1.opened", "8"), ("r:1.1.opened", "  "), ("viec", "luu"));
        verifier.Page.ShouldContain("Ghi rõ lý do");
        await verifier.Post(address, ("d:1.1.opened", "correct"), ("v:1.1.opened", "8"), ("r:1.1.opened", "Hai bộ dữ liệu không mở được"), ("viec", "tat-ca"));
        await verifier.Post(address, ("viec", "nhan"));

        var submission = (await site.Submission(round).Get()).Submission;
        submission.State.ShouldBe(SubmissionState.Accepted);
        submission.CellOf("1.1.opened").Self!.Value.ShouldBe(InputValue.Of(10));
        submission.CellOf("1.1.opened").Verified!.Value.ShouldBe(InputValue.Of(8));
    }

    [Fact]
    public async Task What_is_published_is_read_by_anybody_with_its_traces()
    {
        string round = await site.Round();
        await Submitted(round);
        var verifier = await site.SignIn(Role.Verifier);
        await verifier.Get($"/tham-dinh/{round}/{Site.Unit}/q2");
        await verifier.Post($"/tham-dinh/{round}/{Site.Unit}/q2", ("viec", "tat-ca"));
        var soict = await site.SignIn(Role.Soict);
        await soict.Get($"/dieu-hanh/{round}/cong-bo");
        await soict.Post($"/dieu-hanh/{round}/cong-bo", ("notes", "Ghi chú của ấn bản"));
        soict.Page.ShouldContain("Đánh dấu ô đồng ý công bố");
        await site.CloseQuarter(round);
        await soict.Post($"/dieu-hanh/{round}/cong-bo", ("notes", "Ghi chú của ấn bản"), ("sure", "1"));
        string edition = soict.Address.AbsolutePath;
        edition.ShouldStartWith("/an-ban/thu-trang-");

        var anybody = site.Visit();
        (await anybody.Get(edition)).ShouldContain("Số liệu thử nghiệm");
        anybody.Page.ShouldContain("Sở Thông tin và Truyền thông");
        anybody.Page.ShouldContain("Khoảng hạng");
        anybody.Page.ShouldContain("Nhóm không phân biệt được: A");
        (await anybody.Get(edition + "?tim=so+y+te")).ShouldNotContain("Sở Thông tin và Truyền thông");
        anybody.Page.ShouldContain("Sở Y tế");
        (await anybody.Get($"{edition}/don-vi/{Site.Unit}")).ShouldContain("= 10 × min(1; 10 ÷ 20)");
        anybody.Page.ShouldContain("(khoảng 1)");
        anybody.Page.ShouldContain("808/QĐ-UBND, 05/06/2025: danh mục");
        anybody.Page.ShouldContain("142/QĐ-TTg, III.2");
        // 10 of 20 datasets: the other half of the points; the other indicator is worth its whole 5.
        anybody.Page.ShouldContain("Nên cải thiện gì trước");
        anybody.Page.ShouldContain("Xếp theo điểm tăng (2 việc)");
        anybody.Page.ShouldMatch(@"1\.1</a> Tỷ lệ bộ dữ liệu đã mở</th>\s*<td>\+5,00</td>");
        anybody.Page.ShouldNotContain("Công sức");
        (await anybody.Get(edition + "/phuong-phap")).ShouldContain("Số bộ dữ liệu đã mở ÷ Số bộ dữ liệu trong danh mục");
        anybody.Page.ShouldContain("tính lại 2.000 lần");
        anybody.Page.ShouldContain("±25%");
        // The worked example rests on the edition's own figures.
        anybody.Page.ShouldContain("10 × min(1; 10 ÷ 20)");
        anybody.Page.ShouldContain("phân biệt được: Sở Thông tin và Truyền thông đứng trên trong 100% số lần");
        (await anybody.Get(edition + "/do-vung")).ShouldContain("xếp hạng lại 2.000 lần");
        anybody.Page.ShouldContain("2 đơn vị chia thành 2 nhóm");
        anybody.Page.ShouldContain("Không lựa chọn nào làm đổi hạng");
        anybody.Page.ShouldNotContain("NaN");
        // One of the two units reported nothing; there is no year before.
        (await anybody.Get(edition + "/thong-ke")).ShouldContain("1.1. Tỷ lệ bộ dữ liệu đã mở: 1/2 đơn vị có số liệu (50%)");
        anybody.Page.ShouldNotContain("NaN");
        (await anybody.Get(edition + "/so-sanh")).ShouldContain("Ấn bản này không có ấn bản của năm 2024");
        (await anybody.Get("/xac-thuc?an-ban=" + edition["/an-ban/".Length..])).ShouldContain("sha256sum");
    }

    [Theory]
    [InlineData("/khong-co", HttpStatusCode.NotFound, "Không tìm thấy trang")]
    [InlineData("/an-ban/khong-co", HttpStatusCode.NotFound, "Không có ấn bản này")]
    [InlineData("/an-ban/khong-co/do-vung", HttpStatusCode.NotFound, "Không có ấn bản này")]
    [InlineData("/an-ban/khong-co/don-vi/x", HttpStatusCode.NotFound, "Không có ấn bản này")]
    public async Task What_is_not_there_says_so_with_a_page(string path, HttpStatusCode status, string words)
    {
        var anybody = site.Visit();
        (await anybody.Get(path)).ShouldContain(words);
        anybody.Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page()
    {
        string round = await site.Round();
        var officer = await site.SignIn(Role.Officer);

        await officer.Post($"/nhap-lieu/{round}/q2", ("__RequestVerificationToken", "x"), ("_handler", "entry"), ("v:1.2", "3"));

        officer.Status.ShouldBe(HttpStatusCode.BadRequest);
        officer.Page.ShouldContain("Yêu cầu không hợp lệ");
        (await site.Submission(round).Get()).Submission.Version.ShouldBe(0);
    }

    [Theory]
    [InlineData(Role.Officer, "/tham-dinh")]
    [InlineData(Role.Officer, "/dieu-hanh")]
    [InlineData(Role.Verifier, "/dieu-hanh")]
    [InlineData(Role.Verifier, "/nhap-lieu")]
    [InlineData(Role.Admin, "/nhap-lieu")]
    public async Task Pages_of_other_roles_are_refused(Role role, string path)
    {
        var visitor = await site.SignIn(role);
        await visitor.Get(path);
        visitor.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/nhap-lieu")]
    [InlineData("/tham-dinh")]
    [InlineData("/dieu-hanh")]
    [InlineData("/tai-khoan")]
    public async Task Private_pages_ask_to_sign_in(string path)
    {
        var anybody = site.Visit();
        await anybody.Get(path);
        anybody.Address.AbsolutePath.ShouldBe("/dang-nhap");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/an-ban")]
    [InlineData("/xac-thuc")]
    [InlineData("/dang-nhap")]
    public async Task Pages_keep_to_the_strict_policy_and_have_their_landmarks(string path)
    {
        var anybody = site.Visit();
        await anybody.Get(path);

        anybody.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldNotContain("unsafe");
        anybody.Page.ShouldNotContain("<script");
        Regex.IsMatch(anybody.Page, "\\sstyle=|<style|\\son[a-z]+=\"").ShouldBeFalse();
        Regex.Count(anybody.Page, "<h1").ShouldBe(1);
        Regex.Count(anybody.Page, "<main ").ShouldBe(1);
        anybody.Page.ShouldContain("<html lang=\"vi\">");
        anybody.Page.ShouldContain("Bỏ qua phần đầu trang");
        Regex.IsMatch(anybody.Page, "<title>[^<]+</title>").ShouldBeTrue();
    }

    [Fact]
    public async Task Styles_and_fonts_come_from_this_site()
    {
        var anybody = site.Visit();
        await anybody.Get("/");
        foreach (Match link in Regex.Matches(anybody.Page, "<link[^>]*href=\"([^\"]+)\""))
        {
            await anybody.Get("/" + link.Groups[1].Value);
            anybody.Status.ShouldBe(HttpStatusCode.OK, link.Value);
        }
        (await anybody.Get("/theme.css")).ShouldContain("be-vietnam-pro-vietnamese-400-normal");
        await anybody.Get("/vendor/be-vietnam-pro/be-vietnam-pro-vietnamese-400-normal.woff2");
        anybody.Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task Submitted(string round)
    {
        var leader = await site.SignIn(Role.Leader);
        await leader.Get($"/nhap-lieu/{round}/q2");
        await leader.Post($"/nhap-lieu/{round}/q2", ("v:1.1.opened", "10"), ("v:1.1.listed", "20"), ("n:1.1.listed", "808/QĐ-UBND, 05/06/2025: danh mục"));
        await leader.Get($"/nhap-lieu/{round}/q2/trinh");
        await leader.Post($"/nhap-lieu/{round}/q2/trinh");
        leader.Address.Query.ShouldBe("?da=trinh", leader.Page);
    }
}
