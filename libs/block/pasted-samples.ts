/** Clipboards as Word, WPS and a browser fill them, shortened; every way of writing that destroyed a text somewhere. */
const wordHead = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/Users/lin/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml"><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--><style><!-- @font-face {font-family:宋体;} p.MsoNormal {mso-style-unhide:no; margin:0cm;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head><body lang=ZH-CN style='tab-interval:21.0pt;word-wrap:break-word'><!--StartFragment-->`;
const tail = '<!--EndFragment--></body></html>';
const ignored = (marker: string): string =>
  `<![if !supportLists]><span lang=EN-US style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>`;
const item = (marker: string, text: string, level = 1): string =>
  `<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level${level} lfo1'>${ignored(marker)}<span style='mso-hansi-font-family:宋体'>${text}</span><span lang=EN-US><o:p></o:p></span></p>`;

export const wordNotice = `${wordHead}
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt;font-family:方正小标宋简体'>关于城区停水的通告<o:p></o:p></span></b></p>
<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='mso-spacerun:yes'>&nbsp;&nbsp;&nbsp;&nbsp;</span><span
style='font-family:仿宋'>\u3000\u3000<st1:chsdate year="2026" month="12" day="5" islunardate="False" isrocdate="False" w:st="on">12月5日</st1:chsdate>9时至18时，<b>滨江路</b>沿线停水。<span
lang=EN-US><o:p></o:p></span></span></p>
${item('·', '请提前储水')}
${item('Ø', '关闭水龙头', 2)}
${item('·', '咨询电话<a href="tel:12345">12345</a>')}
${item('1.', '先开总阀')}
${item('2.', '再开分阀')}
${item('（一）', '恢复供水时间另行通知')}
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=276 valign=top rowspan=2 style='width:207.4pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'><p class=MsoNormal><span lang=EN-US>城区<o:p></o:p></span></p></td>
  <td width=276 colspan=2 style='width:207.4pt'><p class=MsoNormal align=center>受影响户数<o:p></o:p></p></td>
 </tr>
 <tr style='mso-yfti-irow:1'><td><p class=MsoNormal>居民</p><p class=MsoNormal>（户）</p></td><td><p class=MsoNormal>商户</p></td></tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'><td><p class=MsoNormal>滨江</p></td><td><p class=MsoNormal>1200</p></td><td><p class=MsoNormal>&nbsp;</p></td></tr>
</table>
<p class=MsoNormal><!--[if gte vml 1]><v:shapetype id="_x0000_t75"/><v:shape id="图片_x0020_1"><v:imagedata src="file:///C:/clip_image001.jpg"/></v:shape><![endif]--><![if !vml]><img width=554 height=311 src="file:///C:/Users/lin/clip_image001.jpg" v:shapes="图片_x0020_1"><![endif]></p>
<p class=MsoNormal>见附件<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[林1]</a></span>，<span style='display:none;mso-hide:all'>内部掌握</span><a name="_Toc1" href="#_Toc2">目录</a>。</p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>此处数字待核</p></div></div></div>
${tail}`;

export const wordTracked = `${wordHead}<p class=MsoNormal>造成<del cite="mailto:lin" datetime="2026-11-26T08:00"><span class=msoDel>3</span></del><ins cite="mailto:lin" datetime="2026-11-26T08:00">4</ins>人受伤。</p>${tail}`;

/** WPS writes its own bullets as letters of Wingdings, and wraps what it copies in a frame. */
export const wpsNotice = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=ProgId content=Word.Document><meta name=Generator content="WPS Office"><style>@font-face{font-family:"Wingdings";} p.MsoNormal{mso-style-name:正文;} span.10{font-family:'Times New Roman';}</style></head><body style="tab-interval:21pt;text-justify-trim:punctuation;"><!--StartFragment--><div class="Section0" style="layout-grid:15.6000pt;">
<h1 align=center style="text-align:center;"><b style="mso-bidi-font-weight:normal"><span class="15" style="mso-spacerun:'yes';font-family:黑体;"><font face="黑体">防汛提示</font></span></b><o:p></o:p></h1>
<p class=MsoNormal style="text-indent:21.0000pt;"><span style="mso-spacerun:'yes';font-family:宋体;"><font face="宋体">\u3000\u3000截至</font><font face="Calibri">18</font><font face="宋体">时，水位</font>3.2<font face="宋体">米。</font></span></p>
<p class=MsoNormal style="margin-left:21.0000pt;text-indent:-21.0000pt;mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="font-family:Wingdings;"><span style='mso-list:Ignore;'>l<span>&nbsp;</span></span></span><![endif]><span style="font-family:宋体;">转移低洼处群众</span></p>
<p class=MsoNormal style="margin-left:21.0000pt;text-indent:-21.0000pt;mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="font-family:Wingdings;"><span style='mso-list:Ignore;'>l<span>&nbsp;</span></span></span><![endif]><span>封闭涵洞</span></p>
<p class=MsoListParagraph>●停课</p><p class=MsoListParagraph>● 停工</p>
<p class=MsoNormal>□ 是\u3000□ 否</p>
<table class=MsoTableGrid><tr><td style="width:100%"><p class=MsoNormal>附表</p><table border=1><tr><th>站点</th><th>水位</th></tr><tr><td><p>东门</p></td><td><p><s>3.1</s>3.2</p></td></tr></table></td></tr></table>
</div>${tail}`;

/** Numbers that go on from another list, and a table in a cell of a table. */
export const oddities = `${item('3.', '第三件')}${item('4.', '第四件')}<table><tr><td>甲<table><tr><td>子一</td><td>子二</td></tr></table></td><td>乙</td></tr></table><script>alert(1)</script>`;
